'use client'

import type { RubricShape } from '@/lib/grading/contract'

type Criterion = RubricShape['criteria'][number]
export type Levels = Readonly<Record<string, 0 | 1 | 2 | 3 | 4>>
export const LEVELS = [0, 1, 2, 3, 4] as const

/** A criterion and the level that is given: a radio group. What each level means is read while it is the one at hand. */
export function CriterionLevels({
  criterion: { id, name, weight, levels: meanings },
  given,
  current,
  onEnter,
  onGive,
}: {
  readonly criterion: Criterion
  readonly given: Levels[string] | undefined
  /** Whether keys act on it. */
  readonly current: boolean
  readonly onEnter: () => void
  readonly onGive: (level: Levels[string]) => void
}) {
  return (
    <fieldset
      className={current ? 'criterion is-current' : 'criterion'}
      aria-current={current ? 'true' : undefined}
      onFocus={onEnter}
    >
      <legend className="vh">
        {name}
        {weight === 1 ? '' : `, weight ${weight}`}
      </legend>
      <div className="spread">
        <span className="strong" aria-hidden="true">
          {name}
          {weight !== 1 && <span className="meta"> × {weight}</span>}
        </span>
        <span className="levels">
          {LEVELS.map((level) => (
            <label key={level} className={given === level ? 'level is-given' : 'level'}>
              <input
                type="radio"
                name={`criterion-${id}`}
                className="vh"
                checked={given === level}
                onChange={() => onGive(level)}
              />
              <span>{level}</span>
              <span className="vh"> {meanings[level]}</span>
            </label>
          ))}
        </span>
      </div>
      {current && meanings.some((words) => words !== '') ? (
        <ol className="meanings" aria-hidden="true">
          {LEVELS.map((level) => (
            <li key={level} className={given === level ? 'strong' : undefined}>
              <span className="num">{level}</span> {meanings[level] || '–'}
            </li>
          ))}
        </ol>
      ) : (
        given !== undefined && <p className="hint">{meanings[given]}</p>
      )}
    </fieldset>
  )
}
