'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { Field } from '@/components/ui/field'
import { notify } from '@/components/ui/toast'
import { offerForm } from './offer-form'
import { type ReadingDraft, titleIn } from './reading-draft'

const FILE_MAXIMUM = 2_000_000

// The parser and the renderer are loaded by those who add a text, and only when they have some.
const TextPreview = dynamic(async () => (await import('./text-preview')).TextPreview, {
  ssr: false,
  loading: () => <p className="meta">Loading the preview…</p>,
})

/** The words: typed, pasted or from a file, as Markdown, with how they will look beside them. */
export function NewReadingText({
  draft,
  error,
  onChange,
}: {
  readonly draft: ReadingDraft
  readonly error: string | undefined
  readonly onChange: (part: Partial<ReadingDraft>) => void
}) {
  const router = useRouter()
  const [over, setOver] = useState(false)
  // A title that came from the text follows it; one that was typed stays.
  const titled = draft.title.trim() === '' || draft.title === titleIn(draft.text)
  const take = (text: string) => onChange(titled ? { text, title: titleIn(text) ?? '' } : { text })
  const open = (file: File | undefined) => {
    if (file) readText(file).then(take, (problem: Error) => notify({ text: problem.message }))
  }
  return (
    <div className="new-reading-words">
      <Field
        label="Text"
        error={error}
        hint="Plain text or Markdown: # headings make sections, an empty line a new paragraph."
      >
        {(control) => (
          <textarea
            {...control}
            name="text"
            className={over ? 'textarea new-reading-source is-over' : 'textarea new-reading-source'}
            dir="auto"
            spellCheck={false}
            value={draft.text}
            onChange={(event) => take(event.target.value)}
            onPaste={(event) => offerForm(event.clipboardData, router.push)}
            onDragOver={() => setOver(true)}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              setOver(false)
              const [file] = event.dataTransfer.files
              if (!file) return
              event.preventDefault()
              open(file)
            }}
          />
        )}
      </Field>
      <label className={buttonClass({ size: 'sm', className: 'new-reading-file' })}>
        Open a file…
        <input
          type="file"
          className="vh"
          accept=".md,.markdown,.txt,text/markdown,text/plain"
          onChange={(event) => open(event.target.files?.[0])}
        />
      </label>
      <section className="new-reading-preview" aria-label="Preview">
        <p className="label">Preview</p>
        {draft.text.trim() === '' ? (
          <p className="meta">What you type shows here as it will be read.</p>
        ) : (
          <TextPreview
            markdown={draft.text}
            language={draft.language}
            direction={draft.direction}
          />
        )}
      </section>
    </div>
  )
}

async function readText(file: File): Promise<string> {
  if (file.size > FILE_MAXIMUM) throw new Error('This file is larger than 2 MB. Divide it.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw new Error('This file is not plain text in UTF-8. Save it as text and try again.')
  }
}
