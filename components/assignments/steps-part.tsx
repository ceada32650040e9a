import type { ReactNode } from 'react'
import { TextField } from '@/components/ui/field'
import type { FormPart } from './form-part'
import { TimeField } from './time-field'

/** Who sees whose notes, and when: three steps, each of which may be left out. */
export function StepsPart({ draft, errors, timeZone, onChange }: FormPart) {
  return (
    <section className="form-part stack" aria-labelledby="part-steps">
      <h2 className="section-title" id="part-steps">
        Who sees what, when
      </h2>
      <p className="meta">
        Holds everywhere: lists, counts, search, mail and exports. Staff see everything. An opened
        section never closes again.
      </p>
      <StepChoice
        name="Write first"
        words="In a section one sees only one’s own notes until enough of them are written there."
        chosen={draft.writesFirst}
        onChoose={(writesFirst) => onChange({ writesFirst })}
      >
        <TextField
          label="Own notes that open a section"
          inputMode="numeric"
          value={draft.notes}
          error={errors.notes}
          onChange={(event) => onChange({ notes: event.currentTarget.value })}
        />
      </StepChoice>
      <StepChoice
        name="Circle"
        words="Then one sees the notes of one’s own circle."
        chosen={draft.byCircle}
        onChoose={(byCircle) => onChange({ byCircle })}
      >
        <TimeField
          label="For everybody from"
          value={draft.circleFrom}
          timeZone={timeZone}
          error={errors.circleFrom}
          onChange={(circleFrom) => onChange({ circleFrom })}
        />
      </StepChoice>
      <StepChoice
        name="Class"
        words="Then everybody reads everybody."
        chosen={draft.byClass || !draft.byCircle}
        onChoose={draft.byCircle ? (byClass) => onChange({ byClass }) : null}
      >
        <TimeField
          label="For everybody from"
          value={draft.classFrom}
          timeZone={timeZone}
          error={errors.classFrom}
          onChange={(classFrom) => onChange({ classFrom })}
        />
      </StepChoice>
    </section>
  )
}

function StepChoice({
  name,
  words,
  chosen,
  onChoose,
  children,
}: {
  readonly name: string
  readonly words: string
  readonly chosen: boolean
  /** Null: it cannot be left out. */
  readonly onChoose: ((chosen: boolean) => void) | null
  readonly children: ReactNode
}) {
  return (
    <fieldset className="step-choice">
      <legend className="vh">{name}</legend>
      <label className="check">
        <input
          type="checkbox"
          checked={chosen}
          disabled={onChoose === null}
          onChange={(event) => onChoose?.(event.currentTarget.checked)}
        />
        <span>
          <span className="strong">{name}</span>
          <span className="hint">{words}</span>
        </span>
      </label>
      {chosen && <div className="step-detail">{children}</div>}
    </fieldset>
  )
}
