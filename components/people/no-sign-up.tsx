import Link from 'next/link'

/** Why there is no form to sign up, and what to do instead. */
export function NoSignUp({ byInvitation }: { readonly byInvitation: boolean }) {
  return byInvitation ? (
    <p className="access-say">
      Accounts are made here by invitation. If you have a link or a code,{' '}
      <Link href="/join">use it here</Link>; if it no longer works, ask whoever sent it for a new
      one.
    </p>
  ) : (
    <p className="access-say">
      Accounts are made here by whoever runs this server. Ask them for one.
    </p>
  )
}
