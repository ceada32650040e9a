'use client'

import { type FormEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DraftErrors } from './reading-draft'

/** Sends a form once nothing is wrong with it; else says what is and leads to the first field at fault. */
export function useCheckedForm(check: () => DraftErrors, send: () => Promise<void>) {
  const [errors, setErrors] = useState<DraftErrors>({})
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const found = check()
    const [first] = Object.keys(found)
    // A field that is folded away can take the focus only when its error has opened it.
    flushSync(() => setErrors(found))
    if (first === undefined) void send()
    else form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
  }
  return { errors, submitted }
}
