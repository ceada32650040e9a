import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { LateRule } from '@/lib/assignments/lateness'
import type { FormPart } from './form-part'
import { TimeField } from './time-field'

const RULES: readonly { readonly value: LateRule['kind']; readonly label: string }[] = [
  { value: 'none', label: 'Counts in full' },
  { value: 'grace', label: 'Counts for some hours' },
  { value: 'linear', label: 'Loses a share a day' },
  { value: 'closed', label: 'Does not count' },
]

/** When it opens, is due, and what becomes of late work. */
export function DatesPart({ draft, errors, timeZone, onChange }: FormPart) {
  return (
    <section className="form-part stack" aria-labelledby="part-dates">
      <h2 className="section-title" id="part-dates">
        Dates
      </h2>
      <p className="meta">All times are of the course: {timeZone}. Each may stay empty.</p>
      <div className="form-row">
        <TimeField
          label="Opens"
          value={draft.opensAt}
          timeZone={timeZone}
          error={errors.opensAt}
          onChange={(opensAt) => onChange({ opensAt })}
        />
        <TimeField
          label="Due"
          value={draft.dueAt}
          timeZone={timeZone}
          error={errors.dueAt}
          onChange={(dueAt) => onChange({ dueAt })}
        />
        <TimeField
          label="Replies until"
          value={draft.repliesUntil}
          timeZone={timeZone}
          error={errors.repliesUntil}
          onChange={(repliesUntil) => onChange({ repliesUntil })}
        />
      </div>
      <div className="form-row">
        <Field label="Late work">
          {(control) => (
            <Select
              {...control}
              value={draft.late}
              options={RULES}
              onChange={(event) => {
                const rule = RULES.find(({ value }) => value === event.currentTarget.value)
                if (rule) onChange({ late: rule.value })
              }}
            />
          )}
        </Field>
        <LateNumbers draft={draft} errors={errors} onChange={onChange} />
      </div>
    </section>
  )
}

function LateNumbers({ draft, errors, onChange }: Omit<FormPart, 'timeZone'>) {
  if (draft.late === 'grace') {
    return (
      <TextField
        label="Hours after the due time"
        inputMode="decimal"
        value={draft.graceHours}
        error={errors.graceHours}
        onChange={(event) => onChange({ graceHours: event.currentTarget.value })}
      />
    )
  }
  if (draft.late !== 'linear') return null
  return (
    <>
      <TextField
        label="Per cent a day"
        inputMode="decimal"
        value={draft.perDay}
        error={errors.perDay}
        onChange={(event) => onChange({ perDay: event.currentTarget.value })}
      />
      <TextField
        label="Never below, per cent"
        inputMode="decimal"
        value={draft.floor}
        error={errors.floor}
        onChange={(event) => onChange({ floor: event.currentTarget.value })}
      />
    </>
  )
}
