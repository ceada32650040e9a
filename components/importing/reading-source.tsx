'use client'

import dynamic from 'next/dynamic'
import type { ClipboardEvent, DragEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { ignoreErrors } from '@/components/ui/ignore-errors'
import { addressIn, type HandedOver, handedOver } from './handed-over'
import type { ReadingDraft } from './reading-draft'
import { SendingImport } from './sending-import'
import type { useBeginImport } from './use-begin-import'

const ACCEPTED =
  '.docx,.epub,.pdf,.html,.htm,.xhtml,.md,.markdown,.txt,application/pdf,application/epub+zip,text/html,text/markdown,text/plain'
const HINT =
  'Word, EPUB, PDF, HTML, Markdown or plain text, up to 50 MB. Or drop a file anywhere here.'

// The parser and the renderer are loaded by those who add a text, behind the page, so that they are there when the line is not.
const loadPreview = () => import('./text-preview')
const TextPreview = dynamic(
  () =>
    loadPreview().then(
      ({ TextPreview: preview }) => preview,
      () => NoPreview,
    ),
  { ssr: false, loading: () => <p className="meta">Loading the preview…</p> },
)

function NoPreview() {
  return <p className="meta">The preview could not be loaded. The text is kept.</p>
}

/** Where a text comes in: pasted, typed, dropped, chosen as a file, or by the address of its page. */
export function ReadingSource({
  draft,
  language,
  error,
  importing,
  onText,
  onHandedOver,
}: {
  readonly draft: ReadingDraft
  /** What the preview is shown in. */
  readonly language: string
  readonly error: string | undefined
  readonly importing: ReturnType<typeof useBeginImport>
  readonly onText: (text: string) => void
  /** Says whether it was taken; else it goes into the field as words. */
  readonly onHandedOver: (given: HandedOver) => boolean
}) {
  const [isOver, setOver] = useState(false)
  useEffect(() => ignoreErrors(loadPreview()), [])
  const field = useFieldAfter(importing.sending !== null)
  const take = (event: ClipboardEvent | DragEvent, data: DataTransfer) => {
    if (onHandedOver(handedOver(data))) event.preventDefault()
  }
  const isEmpty = draft.text.trim() === ''
  return (
    <>
      {importing.sending && <SendingImport sending={importing.sending} onStop={importing.stop} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button in it does the same. */}
      <div
        className="reading-source"
        data-over={isOver || undefined}
        data-filled={!isEmpty || undefined}
        hidden={importing.sending !== null}
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes('Files')) event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false)
          take(event, event.dataTransfer)
        }}
      >
        <Field label="Text" error={error} hint="You can also write Markdown: # makes a heading.">
          {(control) => (
            <textarea
              {...control}
              ref={field}
              name="text"
              className="textarea reading-source-text"
              placeholder="Paste the text here, or the address of a web page."
              dir="auto"
              spellCheck={false}
              value={draft.text}
              onChange={(event) => onText(event.target.value)}
              onPaste={(event) => take(event, event.clipboardData)}
            />
          )}
        </Field>
        {isEmpty && <ChooseFile onFile={(file) => onHandedOver({ kind: 'file', file })} />}
        {!isEmpty && (
          <Preview
            draft={draft}
            language={language}
            onFetch={(address) => void importing.importAddress(address)}
          />
        )}
      </div>
    </>
  )
}

/** The field, which has the focus again once what was sent has not arrived. */
function useFieldAfter(isSending: boolean) {
  const field = useRef<HTMLTextAreaElement>(null)
  const wasSending = useRef(false)
  useEffect(() => {
    if (wasSending.current && !isSending) field.current?.focus()
    wasSending.current = isSending
  }, [isSending])
  return field
}

function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }) {
  return (
    <div className="reading-source-file">
      <label className={buttonClass({})}>
        <Icon name="upload" size={16} />
        Choose a file…
        <input
          type="file"
          className="vh"
          accept={ACCEPTED}
          aria-describedby="reading-source-forms"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) onFile(file)
            // The same file can be chosen again after it failed.
            target.value = ''
          }}
        />
      </label>
      <p className="meta" id="reading-source-forms">
        {HINT}
      </p>
    </div>
  )
}

function Preview({
  draft,
  language,
  onFetch,
}: {
  readonly draft: ReadingDraft
  readonly language: string
  readonly onFetch: (address: string) => void
}) {
  const address = addressIn(draft.text)
  return (
    <section className="new-reading-preview" aria-label="Preview">
      {address === null ? (
        <>
          <p className="label">Preview</p>
          <TextPreview markdown={draft.text} language={language} direction={draft.direction} />
        </>
      ) : (
        <div className="reading-source-address">
          <p>This is the address of a web page.</p>
          <Button variant="primary" size="lg" onClick={() => onFetch(address)}>
            Fetch the page
          </Button>
          <p className="meta">
            The article is taken; menus and side columns are not. Only pages that everybody can
            open.
          </p>
        </div>
      )}
    </section>
  )
}
