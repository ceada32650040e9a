import { Button, ButtonLink } from '@/components/ui/button'
import type { WelcomeShape } from '@/lib/groups/contract'
import { invitationProblem } from '@/lib/groups/invitation'
import { kindWord, roleMeaning, roleWord } from '@/lib/groups/role'

type WelcomeProps = {
  readonly code: string
  readonly welcome: WelcomeShape
  readonly guest: boolean
  /** A server action: joining works without scripts. */
  readonly join: (form: FormData) => Promise<void>
}

/** What an invitation says: to what, by whom, as whom; and the way in. */
export function Welcome({ code, welcome, guest, join }: WelcomeProps) {
  const { group, role, invitedBy } = welcome
  const people = group.people === 1 ? '1 person' : `${group.people} people`
  return (
    <>
      <header className="group-head">
        <p className="meta">
          {invitedBy} invites you to read in · {kindWord(group.kind)} · {people}
        </p>
        <h1 className="page-title">{group.name}</h1>
        {group.description !== '' && <p className="group-about">{group.description}</p>}
      </header>
      <div className="welcome">
        {!welcome.alreadyIn && welcome.state === 'open' && (
          <p>
            You join as <strong>{roleWord(role, group.kind).toLowerCase()}</strong>, who{' '}
            {roleMeaning(role)}.
          </p>
        )}
        <Way code={code} welcome={welcome} guest={guest} join={join} />
      </div>
    </>
  )
}

function Way({ code, welcome, guest, join }: WelcomeProps) {
  const { group, state, alreadyIn } = welcome
  if (alreadyIn) {
    return (
      <>
        <p>You are in this group already.</p>
        <ButtonLink variant="primary" size="lg" href={`/groups/${encodeURIComponent(group.slug)}`}>
          Go to {group.name}
        </ButtonLink>
      </>
    )
  }
  if (state !== 'open') return <p role="status">{invitationProblem(state)}</p>
  if (guest) {
    const here = encodeURIComponent(`/join/${code}`)
    return (
      <div className="row">
        <ButtonLink variant="primary" size="lg" href={`/sign-in?next=${here}`}>
          Sign in to join
        </ButtonLink>
        <ButtonLink size="lg" href={`/sign-up?invitation=${encodeURIComponent(code)}`}>
          Create an account
        </ButtonLink>
      </div>
    )
  }
  return (
    <form action={join}>
      <input type="hidden" name="code" value={code} />
      <Button variant="primary" size="lg" type="submit">
        Join {group.name}
      </Button>
    </form>
  )
}
