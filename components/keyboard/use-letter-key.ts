'use client'

import { useEffect, useRef } from 'react'
import { tinykeys } from 'tinykeys'
import { isTyping } from './is-typing'
import { keysAreOn } from './key-switch'

/** A letter that acts while a component is shown, wherever the focus is but in a field. `action` says whether it did anything. */
export function useLetterKey(letter: string, action: () => boolean): void {
  const latest = useRef(action)
  useEffect(() => {
    latest.current = action
  })
  useEffect(() => {
    return tinykeys(window, {
      [letter]: (event) => {
        if (isTyping(event) || !keysAreOn()) return
        if (latest.current()) event.preventDefault()
      },
    })
  }, [letter])
}
