'use client'

import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { ReactNode } from 'react'

type SegmentedProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly {
    readonly value: Value
    readonly label: ReactNode
    /** The name, when the label is a picture. */
    readonly name?: string
  }[]
}

/** A few choices side by side, one of them taken; a radio group to the keyboard and to screen readers. */
export function Segmented<Value extends string>({
  label,
  value,
  onChange,
  options,
}: SegmentedProps<Value>) {
  return (
    <RadioGroup
      className="seg"
      aria-label={label}
      value={value}
      onValueChange={(next: unknown) => {
        const chosen = options.find((option) => option.value === next)
        if (chosen) onChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <Radio.Root key={option.value} value={option.value} aria-label={option.name}>
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
