import { useState } from 'react'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import {
  type HouseRules,
  LINK_DAYS_MAXIMUM,
  PER_HOUR_MAXIMUM,
} from '@/lib/moderation/contract/house-rules'
import { hasAddress, whyHeld } from '@/lib/moderation/holding'
import { countIn, type HoldingDraft, holdingFrom } from './holding-draft'

const CHOICES: readonly { readonly value: HouseRules['holds']; readonly label: string }[] = [
  { value: 'nothing', label: 'Nothing' },
  { value: 'first-posts', label: 'The first post of each person' },
  { value: 'everything', label: 'Every post' },
]

type Props = {
  readonly draft: HoldingDraft
  readonly onChange: (draft: HoldingDraft) => void
}

/** What waits for approval before others read it, and a field in which that is tried. */
export function HoldingFields({ draft, onChange }: Props) {
  return (
    <fieldset className="stack">
      <legend className="section-title">What waits for approval</legend>
      <p className="meta">
        Its author and those who lead the group read it at once; others when it is approved. What
        those who lead write never waits.
      </p>
      <Field label="Hold back">
        {(control) => (
          <Select
            {...control}
            value={draft.holds}
            options={CHOICES}
            onChange={({ target }) => {
              const found = CHOICES.find(({ value }) => value === target.value)
              if (found) onChange({ ...draft, holds: found.value })
            }}
          />
        )}
      </Field>
      <CountField
        label="Links, from accounts younger than so many days"
        hint="0: links do not wait."
        most={LINK_DAYS_MAXIMUM}
        value={draft.linkDays}
        onType={(linkDays) => onChange({ ...draft, linkDays })}
      />
      <CountField
        label="More than so many posts of one person within an hour"
        hint="0: there is no limit."
        most={PER_HOUR_MAXIMUM}
        value={draft.perHour}
        onType={(perHour) => onChange({ ...draft, perHour })}
      />
      <Field label="Words and phrases, a line each" hint="Capitals and accents do not count.">
        {(control) => (
          <textarea
            {...control}
            className="textarea"
            rows={4}
            value={draft.words}
            onChange={({ target }) => onChange({ ...draft, words: target.value })}
          />
        )}
      </Field>
      <TryOut draft={draft} />
    </fieldset>
  )
}

function CountField({
  label,
  hint,
  most,
  value,
  onType,
}: {
  readonly label: string
  readonly hint: string
  readonly most: number
  readonly value: string
  readonly onType: (value: string) => void
}) {
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="numeric"
      value={value}
      error={countIn(value, most) === null ? `Type a number from 0 to ${most}.` : null}
      onChange={({ target }) => onType(target.value)}
    />
  )
}

// As if somebody wrote it whose account is new and who has written here before.
function TryOut({ draft }: Pick<Props, 'draft'>) {
  const [text, setText] = useState('')
  const rules = holdingFrom(draft)
  const post = { isFirst: false, accountDays: 0, postsLastHour: 0 }
  const why = rules && whyHeld({ text, hasLink: hasAddress(text), ...post }, rules)
  return (
    <>
      <Field
        label="Try it"
        hint="Type what somebody might post whose account is new and who has written here before."
      >
        {(control) => (
          <textarea
            {...control}
            className="textarea"
            rows={2}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <p role="status" className="meta">
        {text.trim() !== '' && (why ? `It would wait. ${why}` : 'It would be shown at once.')}
      </p>
    </>
  )
}
