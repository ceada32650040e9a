import { partWords } from '@/components/participation/part-words'
import { isSameScheme, PARTS, PRESETS, type Scheme } from '@/lib/participation/scheme'
import type { FormPart } from './form-part'

/** What counts as participation: one of the presets, each with what it asks for. */
export function ParticipationPart({ draft, onChange }: FormPart) {
  const isOwn = !PRESETS.some(({ scheme }) => isSameScheme(scheme, draft.scheme))
  return (
    <fieldset className="form-part stack" aria-describedby="participation-hint">
      <legend className="section-title">What counts as participation</legend>
      <p className="meta" id="participation-hint">
        Students see this, and every item with the reason why it counts or not. It measures what was
        done, not how good it is. Nobody’s reading time is measured.
      </p>
      {PRESETS.map(({ id, name, explains, scheme }) => (
        <Choice
          key={id}
          name={name}
          words={explains}
          scheme={scheme}
          chosen={isSameScheme(scheme, draft.scheme)}
          onChoose={() => onChange({ scheme })}
        />
      ))}
      {isOwn && (
        <Choice
          name="As it was set"
          words="Goals that were set through the API."
          scheme={draft.scheme}
          chosen
        />
      )}
    </fieldset>
  )
}

function Choice({
  name,
  words,
  scheme,
  chosen,
  onChoose,
}: {
  readonly name: string
  readonly words: string
  readonly scheme: Scheme
  readonly chosen: boolean
  readonly onChoose?: () => void
}) {
  const goals = PARTS.flatMap((part) => {
    const { goal, weight } = scheme.parts[part]
    return weight === 0 ? [] : [`${goal} ${partWords(part, goal)}`]
  })
  return (
    <label className="check">
      <input type="radio" name="scheme" checked={chosen} onChange={onChoose ?? (() => undefined)} />
      <span>
        <span className="strong">{name}</span>
        <span className="hint">
          {words} {goals.join(', ')}; a post counts from {scheme.leastWords} own words.
        </span>
      </span>
    </label>
  )
}
