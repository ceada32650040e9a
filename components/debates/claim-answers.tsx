'use client'

import { Icon } from '@/components/ui/icon'
import { RELATIONS, type Relation } from '@/lib/debates/claim'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { useDebate } from './debate-context'
import { listKey } from './debate-state'
import { disputes, relationMeta } from './relations'

/** How many things answer a claim. */
export function answersTo({ below }: ClaimShape): number {
  return RELATIONS.reduce((sum, relation) => sum + below[relation], 0)
}

/** What answers a claim, counted by what it does; unfolds them. */
export function AnswersButton({
  claim,
  open,
  onToggle,
}: {
  readonly claim: ClaimShape
  readonly open: boolean
  readonly onToggle: () => void
}) {
  if (answersTo(claim) === 0) return null
  return (
    <button type="button" className="tallies claim-answers" aria-expanded={open} onClick={onToggle}>
      <span className="vh">Answers: </span>
      {RELATIONS.map((relation) => (
        <Below key={relation} relation={relation} count={claim.below[relation]} />
      ))}
      <Icon name={open ? 'up' : 'down'} size={12} />
    </button>
  )
}

function Below({ relation, count }: { readonly relation: Relation; readonly count: number }) {
  if (count === 0) return null
  const { icon, className, does } = relationMeta(relation)
  return (
    <span className={`tally ${className}`}>
      <Icon name={icon} />
      {count}
      <span className="vh"> {does}</span>
    </span>
  )
}

/** The first answer, before one asks for all. */
export function FirstAnswer({
  claim,
  onOpen,
}: {
  readonly claim: ClaimShape
  readonly onOpen: () => void
}) {
  const answers = useDebate(({ debate }) => debate.answers)
  const loaded = useDebate(({ lists }) => lists.has(listKey(claim.id, 'any')))
  const first = answers.find(({ place }) => place?.parentId === claim.id)
  if (!first?.place || loaded || first.withdrawn) return null
  const { icon, className } = relationMeta(first.place.relation)
  return (
    <div className={`child ${className}`}>
      <span className={`stance stance-bare ${className}`}>
        <Icon name={icon} />
      </span>
      <p>
        {first.place.attacks && <span className="att">{disputes(first.place.attacks)}. </span>}
        <button type="button" className="child-words" onClick={onOpen}>
          {first.text}
        </button>{' '}
        <span className="meta nowrap num">
          {first.author?.name} · {first.truth.voters} voted
        </span>
      </p>
    </div>
  )
}
