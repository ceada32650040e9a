'use client'

import { useEffect, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { reasonOf } from './debate-store'
import { debatesApi } from './debates-api'

type Named = {
  readonly person: { readonly id: string; readonly name: string }
  readonly truth: number
}

/** Who voted what on the truth of a claim, in groups that show it. */
export function VotersDialog({
  claimId,
  onClose,
}: {
  readonly claimId: string
  readonly onClose: () => void
}) {
  const [votes, setVotes] = useState<readonly Named[] | string | null>(null)
  useEffect(() => {
    debatesApi.claims.votes({ id: claimId, limit: 200 }).then(
      ({ items }) => setVotes(items),
      (error: unknown) => setVotes(reasonOf(error)),
    )
  }, [claimId])
  return (
    <Dialog title="Is it true? Who said what" open onOpenChange={(open) => open || onClose()}>
      {votes === null && <div className="skeleton reply-skeleton" aria-hidden="true" />}
      {typeof votes === 'string' && <p role="alert">{votes}</p>}
      {votes !== null && typeof votes !== 'string' && (
        <table className="voters">
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Vote, 0 to 4</th>
            </tr>
          </thead>
          <tbody>
            {votes
              .toSorted((a, b) => b.truth - a.truth)
              .map(({ person, truth }) => (
                <tr key={person.id}>
                  <td>{person.name}</td>
                  <td className="num">{truth}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}
