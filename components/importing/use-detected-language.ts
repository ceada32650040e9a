'use client'

import { useEffect, useState } from 'react'

const PAUSE_MS = 400
// What the language is looked for in.
const SAMPLE = 20_000

/** The tag of the language that a text is in, English where nothing tells or the detector cannot be loaded. */
export async function detectedLanguage(text: string): Promise<string> {
  if (text.trim() === '') return 'en'
  try {
    const { languageOf } = await import('@/lib/converting/language')
    return languageOf(text.slice(0, SAMPLE), '')
  } catch {
    return 'en'
  }
}

/** The same while the text is being written, a moment behind it. */
export function useDetectedLanguage(text: string): string {
  const [detected, setDetected] = useState('en')
  const sample = text.slice(0, SAMPLE)
  useEffect(() => {
    let isHere = true
    const timer = setTimeout(() => {
      void detectedLanguage(sample).then((tag) => {
        if (isHere) setDetected(tag)
      })
    }, PAUSE_MS)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [sample])
  return detected
}
