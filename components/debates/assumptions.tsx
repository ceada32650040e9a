'use client'

import { ClaimEntry } from './claim-entry'
import { ClaimForm } from './claim-form'
import { useDebate } from './debate-context'
import { listKey } from './debate-state'
import { useMarkedOpen } from './use-marked-open'
import { useWriting } from './use-writing'

/** What a thesis takes for granted, said aloud; each can be voted on and questioned. */
export function Assumptions({ thesisId }: { readonly thesisId: string }) {
  const list = useDebate(({ lists }) => lists.get(listKey(thesisId, 'assumes')))
  const claims = useDebate((state) => state.claims)
  const may = useDebate(({ debate }) => debate.can.argue)
  const [adding, setAdding] = useWriting(thesisId, 'assumes')
  const keys = [...(list?.keys ?? []), ...(list?.held ?? [])]
  const assumed = keys.flatMap((key) => claims.get(key) ?? [])
  const [open, setOpen] = useMarkedOpen(assumed)
  if (assumed.length === 0 && !may) return null
  return (
    <div className="assume">
      {assumed.map((claim) => (
        <div key={claim.id}>
          <b>Assumed:</b> {claim.text}{' '}
          <button
            type="button"
            className="textlink"
            aria-expanded={open === claim.id}
            onClick={() => setOpen(open === claim.id ? null : claim.id)}
          >
            {open === claim.id ? 'Close' : 'Question this'}
          </button>
          {open === claim.id && <ClaimEntry claim={claim} depth={1} />}
        </div>
      ))}
      {may && !adding && (
        <button type="button" className="textlink" onClick={() => setAdding(true)}>
          Name an assumption
        </button>
      )}
      {adding && (
        <ClaimForm
          parentId={thesisId}
          relations={['assumes']}
          about="the thesis"
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}
