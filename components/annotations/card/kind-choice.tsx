'use client'

import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { kindMeta, WRITTEN_KINDS } from '@/components/room/kind-meta'
import type { NoteKind } from '@/components/room/state'
import { Icon } from '@/components/ui/icon'

/** Which stance a note takes. Arrows move; the chosen one shows its word. */
export function KindChoice({
  value,
  onChange,
}: {
  readonly value: NoteKind
  readonly onChange: (kind: NoteKind) => void
}) {
  const choices = value === 'highlight' ? [kindMeta('highlight'), ...WRITTEN_KINDS] : WRITTEN_KINDS
  return (
    <RadioGroup
      className="stances"
      aria-label="Stance"
      value={value}
      onValueChange={(next: unknown) => {
        const chosen = choices.find(({ kind }) => kind === next)
        if (chosen) onChange(chosen.kind)
      }}
    >
      {choices.map(({ kind, word, icon, className }) => (
        <Radio.Root key={kind} value={kind} className={className} title={word} aria-label={word}>
          <Icon name={icon} />
          {kind === value && <span aria-hidden="true">{word}</span>}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
