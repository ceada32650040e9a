'use client'

import type { ImportShape } from '@/lib/importing/contract'

export type Divide = 'whole' | 'chapters'

/** Whether a book becomes one reading or one for each chapter. */
export function ChapterChoice({
  parts,
  value,
  onChange,
}: {
  readonly parts: ImportShape['parts']
  readonly value: Divide
  readonly onChange: (divide: Divide) => void
}) {
  const choices: readonly { readonly value: Divide; readonly label: string }[] = [
    { value: 'whole', label: `One reading with its ${parts.length} chapters` },
    { value: 'chapters', label: `${parts.length} readings, one for each chapter` },
  ]
  return (
    <fieldset className="chapter-choice">
      <legend className="label">This book has chapters</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="check">
          <input
            type="radio"
            name="divide"
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
      <details>
        <summary className="textlink">Which chapters</summary>
        <ol>
          {parts.map(({ title, from }) => (
            <li key={from}>{title}</li>
          ))}
        </ol>
      </details>
    </fieldset>
  )
}
