'use client'

import { SignInAgain } from '@/components/room/sign-in-again'
import type { Outgoing } from '@/components/room/state'
import { Button } from '@/components/ui/button'
import { copyWords } from '@/components/ui/copy-words'

/** Says that something did not arrive, that it is kept, and what can be done. */
export function NotSent({
  outgoing,
  words,
  onMend,
  onWithdraw,
}: {
  readonly outgoing: Outgoing
  readonly words: string
  /** Takes it back to where it was written. */
  readonly onMend: () => void
  readonly onWithdraw: () => void
}) {
  return (
    <div className="not-sent" role="alert">
      <p className="meta">{reasonOf(outgoing)}</p>
      {outgoing.status === 'signed-out' ? (
        <SignInAgain />
      ) : (
        <Button size="sm" variant="primary" onClick={outgoing.again}>
          Retry
        </Button>
      )}
      <Button size="sm" variant="quiet" onClick={onMend}>
        Edit
      </Button>
      {words !== '' && (
        <Button size="sm" variant="quiet" onClick={() => void copyWords(words)}>
          Copy
        </Button>
      )}
      <Button size="sm" variant="quiet" onClick={onWithdraw}>
        Discard
      </Button>
    </div>
  )
}

function reasonOf({ status, problem }: Outgoing): string {
  if (status === 'waiting') {
    return 'Not sent yet: the server cannot be reached. It is kept, and sent when you are back online.'
  }
  if (status === 'signed-out') {
    return 'Not sent: you are signed out. It is kept, and sent once you have signed in.'
  }
  return `Not sent. ${problem}`
}
