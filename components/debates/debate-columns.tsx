'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Relation } from '@/lib/debates/claim'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { ClaimEntry } from './claim-entry'
import { ClaimForm } from './claim-form'
import { ClaimList } from './claim-list'
import { useDebate } from './debate-context'
import { formKey } from './debate-state'
import { relationMeta } from './relations'
import { useWriting } from './use-writing'

const SIDES = ['supports', 'opposes', 'qualifies'] as const
const TABS = [...SIDES, 'asks'] as const

/** What speaks for and against a thesis: two columns of the same width and one below; tabs where there is room for one. */
export function DebateColumns({ thesis }: { readonly thesis: ClaimShape }) {
  const [tab, setTab] = useState<(typeof TABS)[number]>('supports')
  const marked = useDebate(
    ({ marked: [key = ''], claims, writing }) =>
      claims.get(key)?.place?.relation ?? TABS.find((each) => writing === formKey(thesis.id, each)),
  )
  useEffect(() => {
    const shown = TABS.find((each) => each === marked)
    if (shown) setTab(shown)
  }, [marked])
  return (
    <div className="d-columns" data-tab={tab}>
      <fieldset className="tabs d-tabs" aria-label="What to show">
        {TABS.map((relation) => (
          <button
            key={relation}
            type="button"
            aria-pressed={tab === relation}
            onClick={() => setTab(relation)}
          >
            {relationMeta(relation).word} <span className="n num">{thesis.below[relation]}</span>
          </button>
        ))}
      </fieldset>
      <div className="cols">
        {SIDES.map((relation) => (
          <Column key={relation} thesis={thesis} relation={relation} />
        ))}
      </div>
    </div>
  )
}

function Column({
  thesis,
  relation,
}: {
  readonly thesis: ClaimShape
  readonly relation: Relation
}) {
  const may = useDebate(({ debate }) => debate.can.argue)
  const [writing, setWriting] = useWriting(thesis.id, relation)
  const { word, icon, className } = relationMeta(relation)
  const id = `col-${thesis.id}-${relation}`
  return (
    <section aria-labelledby={id} className={`col col-${relation}`}>
      <h4 className={`col-head ${className}`} id={id}>
        <Icon name={icon} size={12} />
        {word} <span className="n num">{thesis.below[relation]}</span>
      </h4>
      {may && !writing && (
        <Button
          variant="ghost"
          size="sm"
          icon="plus"
          className="col-add"
          aria-label={`Add a claim that ${relationMeta(relation).does} the thesis`}
          onClick={() => setWriting(true)}
        >
          Claim
        </Button>
      )}
      {writing && (
        <ClaimForm
          parentId={thesis.id}
          relations={[relation]}
          about="the thesis"
          onClose={() => setWriting(false)}
        />
      )}
      <div className="claims">
        <ClaimList
          parentId={thesis.id}
          relation={relation}
          count={thesis.below[relation]}
          entry={(claim) => <ClaimEntry claim={claim} depth={0} />}
        />
      </div>
    </section>
  )
}
