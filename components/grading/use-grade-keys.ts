'use client'

import { useEffect, useRef } from 'react'
import { lettersAct } from '@/components/keyboard/key-switch'
import { LEVELS, type Levels } from './rubric-levels'

type Keys = {
  /** Whether there was a criterion to give it for. */
  readonly give: (level: Levels[string]) => boolean
  readonly step: (by: number) => void
  readonly next: () => void
  readonly previous: () => void
  readonly comment: () => void
}

/** Keys of who grades: 0 to 4 give a level, j and k go through the criteria, c to the comment, n and p through the students. */
export function useGradeKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isWriting(event) || !lettersAct()) return
      if (act(latest.current, event.key)) event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

function act(keys: Keys, key: string): boolean {
  const level = LEVELS.find((one) => String(one) === key)
  if (level !== undefined) return keys.give(level)
  const acts: Readonly<Record<string, () => void>> = {
    j: () => keys.step(1),
    k: () => keys.step(-1),
    n: keys.next,
    p: keys.previous,
    c: keys.comment,
  }
  const found = acts[key]
  found?.()
  return found !== undefined
}

// The levels are radio buttons, where letters and digits mean nothing else: only fields that take words keep their keys.
function isWriting({ target, isComposing, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (isComposing || ctrlKey || metaKey || altKey) return true
  if (!(target instanceof HTMLElement)) return false
  return (
    target.closest('textarea, select, input:not([type=radio]), [role=menu], [role=dialog]') !== null
  )
}
