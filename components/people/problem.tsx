import { Icon } from '@/components/ui/icon'

const PROBLEMS: Readonly<Record<string, string>> = {
  demo: 'The demo is off, or this person is not part of it any more. Choose another way in.',
  'issuer-away':
    'The sign-in service could not be reached or did not answer as it should. Nothing was changed: try again, or choose another way in.',
  'issuer-refused':
    'The sign-in service did not let you in, or the sign-in was broken off. Nothing was changed: try again.',
  'issuer-email':
    'The sign-in service does not say your e-mail address. Ask those who run it, or choose another way in.',
  'issuer-unproved':
    'There is an account with your address, but the sign-in service does not vouch that the address is yours. Sign in by password or by a link.',
  disabled: 'This account was disabled. Ask whoever runs this server.',
  closed:
    'There is no account for you here yet, and new ones are made only by whoever runs this server.',
  password: 'This address and this password do not belong together. Check both, and try again.',
  link: 'This link was used already, or is too old. Ask for a new one.',
}

const UNKNOWN = 'Signing in did not work. Nothing was changed: try again, or choose another way in.'

/** What went wrong on the way here, by its code in the address; nothing for none. */
export function Problem({ code }: { readonly code: string }) {
  if (code === '') return null
  return (
    <p className="banner banner-warn access-problem" role="alert">
      <Icon name="warn" />
      {Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : UNKNOWN}
    </p>
  )
}
