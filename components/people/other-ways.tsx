import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Icon } from '@/components/ui/icon'

type OtherWaysProps = {
  readonly mail: boolean
  readonly issuer: string | null
  readonly next: string
}

/** The ways in beside a password, as far as this server has them. */
export function OtherWays({ mail, issuer, next }: OtherWaysProps) {
  if (!mail && issuer === null) return null
  const query = new URLSearchParams({ next })
  return (
    <div className="access-others">
      {mail && (
        <ButtonLink
          variant="quiet"
          className="flush-start"
          icon="mail"
          href={`/sign-in/by-mail?${query}`}
        >
          Send me a link
        </ButtonLink>
      )}
      {issuer !== null && (
        // No page of ours but the way to the issuer: nothing that may be fetched ahead.
        <a
          className={buttonClass({ variant: 'quiet', className: mail ? undefined : 'flush-start' })}
          href={`/api/auth/oidc?${query}`}
        >
          <Icon name="key" />
          {issuer}
        </a>
      )}
    </div>
  )
}

/** Stands beside the password. */
export function ForgottenLink() {
  return (
    <Link className="textlink" href="/forgotten">
      Forgotten?
    </Link>
  )
}

type NewHereProps = {
  readonly signUp: 'open' | 'invitation' | 'closed'
  readonly next: string
  /** Whether he comes from the page of an invitation. */
  readonly invited: boolean
}

/** What whoever has no account may do. */
export function NewHere({ signUp, next, invited }: NewHereProps) {
  if (signUp === 'closed') {
    return (
      <p className="meta access-foot">New here? Whoever runs this server makes the accounts.</p>
    )
  }
  const create = <Link href={`/sign-up?${new URLSearchParams({ next })}`}>Create an account</Link>
  const code = <Link href="/join">invitation code</Link>
  return (
    <p className="meta access-foot">
      New here? {invited && create}
      {!invited && signUp === 'open' && (
        <>
          {create} or use an {code}
        </>
      )}
      {!invited && signUp === 'invitation' && <>Use an {code}</>}
    </p>
  )
}
