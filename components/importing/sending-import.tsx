'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { Sending } from './use-begin-import'
import { sizeWords } from './words'

/** What is on its way to the server, and stopping it. */
export function SendingImport({
  sending: { name, file },
  onStop,
}: {
  readonly sending: Sending
  readonly onStop: () => void
}) {
  const section = useRef<HTMLElement>(null)
  // It stands where the field was that had the focus.
  useEffect(() => section.current?.focus(), [])
  return (
    <section ref={section} className="import-progress" aria-label="Sending" tabIndex={-1}>
      <p className="import-name">{name}</p>
      <progress aria-label="Sent" {...(file ? { max: 1, value: file.share } : {})} />
      <p className="meta" role="status">
        {wordsOf(file)}
      </p>
      {file && <Button onClick={onStop}>Stop</Button>}
    </section>
  )
}

function wordsOf(file: Sending['file']): string {
  if (file === null) return 'Asking for the page…'
  return file.share < 1 ? `Sending ${sizeWords(file.size)}` : 'Sent. Starting to read it…'
}
