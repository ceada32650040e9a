'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { problemWords } from '@/components/room/note-commands'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFoot } from '@/components/ui/dialog'
import { notify } from '@/components/ui/toast'
import { NotesPreview } from './notes-preview'
import { publishAndWait } from './publishing'

/** Publishes an earlier revision again, after saying what becomes of the notes. */
export function RestoreRevision({
  readingId,
  currentId,
  number,
}: {
  readonly readingId: string
  readonly currentId: string
  readonly number: number
}) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [pending, setPending] = useState(false)
  const input = { id: readingId, baseRevisionId: currentId, restores: number }

  const restore = async () => {
    setPending(true)
    try {
      const made = await publishAndWait({ ...input, message: '' })
      notify({ text: `Revision ${number} is published again, as revision ${made.number}` })
      setOpen(false)
      router.refresh()
    } catch (error) {
      notify({ text: problemWords(error) })
    } finally {
      setPending(false)
    }
  }
  return (
    <>
      <button type="button" className="textlink" onClick={() => setOpen(true)}>
        Publish again<span className="vh"> revision {number}</span>
      </button>
      <Dialog
        title={`Publish revision ${number} again?`}
        description="It becomes the newest revision. Nothing is thrown away: what is read now stays in the list, and every note that stood in that revision returns to its place."
        open={open}
        onOpenChange={setOpen}
      >
        {open && <NotesPreview input={input} />}
        <DialogFoot>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button variant="primary" disabled={pending} onClick={() => void restore()}>
            {pending ? 'Publishing…' : 'Publish it'}
          </Button>
        </DialogFoot>
      </Dialog>
    </>
  )
}
