'use client'

import { type FormEvent, useState } from 'react'
import { problemWords } from '@/components/room/note-commands'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFoot } from '@/components/ui/dialog'
import { Field, TextField } from '@/components/ui/field'
import { keepPicture } from './pictures'

export type ChosenPicture = {
  readonly src: string
  readonly alt: string
  readonly caption: string
  readonly width: number | null
  readonly height: number | null
}

/** Asks for a picture, what it shows and what is written under it. `file` came by dropping or pasting. */
export function PictureDialog({
  readingId,
  file: given,
  onChosen,
  onClose,
}: {
  readonly readingId: string
  readonly file: File | null
  readonly onChosen: (picture: ChosenPicture) => void
  readonly onClose: () => void
}) {
  const [file, setFile] = useState<File | null>(given)
  const [alt, setAlt] = useState('')
  const [caption, setCaption] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!file) {
      setProblem('Choose a picture first.')
      return
    }
    setPending(true)
    setProblem(null)
    try {
      const { id, width, height } = await keepPicture(readingId, file)
      onChosen({
        src: id,
        alt: alt.trim(),
        caption: caption.trim(),
        width: width ?? null,
        height: height ?? null,
      })
    } catch (error) {
      setProblem(problemWords(error))
      setPending(false)
    }
  }
  return (
    <Dialog title="A picture" open onOpenChange={(open) => open || onClose()}>
      <form className="picture-form" onSubmit={(event) => void send(event)}>
        {given ? (
          <p className="meta">{given.name}</p>
        ) : (
          <Field label="File" hint="PNG, JPEG, GIF, WebP or AVIF, at most 10 MB.">
            {(control) => (
              <input
                {...control}
                type="file"
                accept="image/png,image/jpeg,image/gif,image/webp,image/avif"
                onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              />
            )}
          </Field>
        )}
        <TextField
          label="What it shows"
          hint="For those who do not see it. Leave it empty for an ornament."
          value={alt}
          onChange={(event) => setAlt(event.target.value)}
        />
        <TextField
          label="Caption"
          hint="Written under it; it can be annotated."
          value={caption}
          onChange={(event) => setCaption(event.target.value)}
        />
        {problem && (
          <p className="banner banner-warn" role="alert">
            {problem}
          </p>
        )}
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" disabled={pending}>
            {pending ? 'Sending…' : 'Insert'}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
