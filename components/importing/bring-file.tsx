'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Icon } from '@/components/ui/icon'
import { FILE_MAXIMUM } from '@/lib/importing/import'
import { uploadFile } from './upload-file'
import { sizeWords } from './words'

const ACCEPTED =
  '.docx,.epub,.pdf,.html,.htm,.xhtml,.md,.markdown,.txt,application/pdf,application/epub+zip,text/html,text/markdown,text/plain'

type Sending = { readonly name: string; readonly size: number; readonly share: number }

/** Choosing or dropping a file, and its way to the server, which can be stopped. */
export function BringFile({ query }: { readonly query: string }) {
  const router = useRouter()
  const [isOver, setOver] = useState(false)
  const [sending, setSending] = useState<Sending | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)

  const send = async (file: File | undefined) => {
    if (!file) return
    if (file.size > FILE_MAXIMUM) {
      setProblem(`“${file.name}” has ${sizeWords(file.size)}. At most 50 MB are taken: divide it.`)
      return
    }
    stop.current = new AbortController()
    setProblem(null)
    setSending({ name: file.name, size: file.size, share: 0 })
    try {
      const { signal } = stop.current
      const onSent = (share: number) => setSending({ name: file.name, size: file.size, share })
      router.push(`/imports/${await uploadFile(file, { signal, onSent })}${query}`)
    } catch (error) {
      setSending(null)
      if (error instanceof Error && error.name !== 'AbortError') setProblem(error.message)
    }
  }
  if (sending) return <FileOnItsWay sending={sending} onStop={() => stop.current?.abort()} />
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button in it does the same. */}
      <div
        className={isOver ? 'drop-zone is-over' : 'drop-zone'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void send(event.dataTransfer.files[0])
        }}
      >
        <Icon name="upload" size={20} />
        <p className="drop-title">Drop a file here</p>
        <p className="meta">
          Word (.docx), EPUB, PDF with text, HTML, Markdown or plain text, up to 50 MB.
        </p>
        <label className={buttonClass({ look: 'primary', className: 'drop-choose' })}>
          Choose a file…
          <input
            type="file"
            className="vh"
            accept={ACCEPTED}
            onChange={(event) => void send(event.target.files?.[0])}
          />
        </label>
      </div>
      {problem && (
        <p className="banner banner-warn" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

function FileOnItsWay({
  sending: { name, size, share },
  onStop,
}: {
  readonly sending: Sending
  readonly onStop: () => void
}) {
  return (
    <section className="import-progress" aria-label="Sending">
      <p className="import-name">{name}</p>
      <progress max={1} value={share} aria-label="Sent" />
      <p className="meta" role="status">
        {share < 1 ? `Sending ${sizeWords(size)}` : 'Sent; the server takes it in'}
      </p>
      <Button onClick={onStop}>Stop</Button>
    </section>
  )
}
