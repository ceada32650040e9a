'use client'

import { Icon } from '@/components/ui/icon'
import { Segmented } from '@/components/ui/segmented'
import { ASPECTS, type Aspect, type Relation } from '@/lib/debates/claim'
import type { EvidenceInput } from '@/lib/debates/contract/shapes'
import { relationMeta } from './relations'

/** How a claim bears on what it answers. */
export function RelationChoice({
  relations,
  value,
  onChange,
}: {
  readonly relations: readonly Relation[]
  readonly value: Relation
  readonly onChange: (relation: Relation) => void
}) {
  return (
    <div className="attacks">
      <Segmented
        label="How it bears on the claim"
        value={value}
        onChange={onChange}
        options={relations.map((relation) => {
          const { does, icon, className } = relationMeta(relation)
          return {
            value: relation,
            label: (
              <span className={`row ${className}`}>
                <Icon name={icon} size={10} />
                {does}
              </span>
            ),
          }
        })}
      />
    </div>
  )
}

/** What an opposing claim disputes. */
export function AttackChoice({
  value,
  onChange,
}: {
  readonly value: Aspect
  readonly onChange: (aspect: Aspect) => void
}) {
  return (
    <div className="attacks">
      <span className="meta">It disputes the</span>
      <Segmented
        label="What it disputes"
        value={value}
        onChange={onChange}
        options={ASPECTS.map((aspect) => ({ value: aspect, label: aspect }))}
      />
    </div>
  )
}

/** The evidence that a claim will rest on. */
export function Cited({
  evidence,
  onChange,
}: {
  readonly evidence: readonly EvidenceInput[]
  readonly onChange: (evidence: readonly EvidenceInput[]) => void
}) {
  return (
    <ul className="evidence">
      {evidence.map((each) => (
        <li key={JSON.stringify(each)}>
          {each.kind === 'passage' ? (
            <span className="cite">
              <span className="q">{each.exact}</span>
            </span>
          ) : (
            <span className="source">
              <Icon name="external" size={14} /> {each.title}
            </span>
          )}
          <button
            type="button"
            className="textlink"
            onClick={() => onChange(evidence.filter((one) => one !== each))}
          >
            Remove
          </button>
        </li>
      ))}
    </ul>
  )
}
