'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogFoot } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import type { PersonShape } from '@/lib/api/shapes'
import type { ReadCircles } from '@/lib/circles/circle-list'

const LONGEST = 200_000

/** Reads circles from a list that is pasted. */
export function ListedCircles({
  students,
  onRead,
}: {
  readonly students: readonly PersonShape[]
  readonly onRead: (circles: ReadCircles['circles']) => void
}) {
  const [open, setOpen] = useState(false)
  const [list, setList] = useState('')
  const [faults, setFaults] = useState<readonly string[]>([])

  async function read(): Promise<void> {
    const { readCircles } = await import('@/lib/circles/circle-list')
    const found = readCircles(list, students)
    setFaults(found.faults)
    if (found.faults.length > 0 || found.circles.length === 0) return
    onRead(found.circles)
    setOpen(false)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void read()
  }

  return (
    <Dialog
      title="Circles from a list"
      description="A line for each student: the name, then the circle. Commas, semicolons or tabs separate them. You see the result before anything is saved."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon="list">From a list</Button>}
    >
      <form className="stack" onSubmit={submit}>
        <TextArea
          label="List"
          rows={8}
          required
          maxLength={LONGEST}
          value={list}
          placeholder={'Ana Ruiz, Circle 1\nBen Okafor, Circle 2'}
          error={faults.length === 0 ? null : faultWords(faults)}
          onChange={(event) => setList(event.currentTarget.value)}
        />
        <DialogFoot>
          <DialogClose>Cancel</DialogClose>
          <Button variant="primary" type="submit">
            Read the list
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

const TOLD = 5

function faultWords(faults: readonly string[]): string {
  const more = faults.length - TOLD
  return [...faults.slice(0, TOLD), more > 0 ? `And ${more} more.` : ''].join(' ').trim()
}
