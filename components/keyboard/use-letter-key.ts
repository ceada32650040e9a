'use client'

import { useEffect, useRef } from 'react'
import { isTyping } from './is-typing'
import { lettersAct } from './key-switch'
import { listenForKeys } from './letter-keys'

/** A letter that acts while a component is shown, wherever the focus is but in a field. `action` says whether it did anything. */
export function useLetterKey(letter: string, action: () => boolean): void {
  const latest = useRef(action)
  useEffect(() => {
    latest.current = action
  })
  useEffect(() => {
    return listenForKeys(window, {
      [letter]: (event) => {
        if (isTyping(event) || !lettersAct()) return
        if (latest.current()) event.preventDefault()
      },
    })
  }, [letter])
}
