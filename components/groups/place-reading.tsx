'use client'

import { type FormEvent, useState } from 'react'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogFoot } from '@/components/ui/dialog'
import { notify } from '@/components/ui/toast'
import type { GroupShape } from '@/lib/groups/contract'
import { textIn } from './form-text'
import { useChange } from './use-change'

type Choice = { readonly id: string; readonly title: string }

// What a dialog can offer to look through; beyond that a reading is found by its address and placed by the API.
const OFFERED = 200

/** Places a reading that there is already on a group's shelf, where it will have notes of its own. */
export function PlaceReading({ group }: { readonly group: GroupShape }) {
  const [open, setOpen] = useState(false)
  const [choices, setChoices] = useState<readonly Choice[] | null>(null)
  const { pending, change } = useChange()

  const openWith = (next: boolean) => {
    setOpen(next)
    if (!next) return
    placeable(group.id)
      .then(setChoices)
      .catch((error: unknown) => {
        setOpen(false)
        notify({ text: error instanceof Error ? error.message : 'The readings did not come.' })
      })
  }

  const place = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const readingId = textIn(new FormData(event.currentTarget), 'reading')
    if (readingId === '') return
    change(
      () => api.groups.shelve({ id: group.id, readingId }),
      () => setOpen(false),
    )
  }

  return (
    <Dialog
      title="Place a reading here"
      description={`The same text, with notes that belong to ${group.name} alone.`}
      open={open}
      onOpenChange={openWith}
      trigger={<Button icon="book">Add existing reading</Button>}
    >
      <form onSubmit={place}>
        <Choices choices={choices} />
        <DialogFoot>
          <DialogClose>Cancel</DialogClose>
          {choices !== null && choices.length > 0 && (
            <Button variant="primary" type="submit" disabled={pending}>
              Add to group
            </Button>
          )}
        </DialogFoot>
      </form>
    </Dialog>
  )
}

function Choices({ choices }: { readonly choices: readonly Choice[] | null }) {
  if (choices === null) return <p className="meta">Looking for readings …</p>
  if (choices.length === 0) {
    return <p className="meta">Every reading that you may see stands here already.</p>
  }
  return (
    <fieldset className="place-list">
      <legend className="vh">Reading</legend>
      {choices.map(({ id, title }, index) => (
        <label key={id}>
          <span className="check">
            <input type="radio" name="reading" value={id} defaultChecked={index === 0} required />
          </span>
          {title}
        </label>
      ))}
    </fieldset>
  )
}

async function placeable(groupId: string): Promise<readonly Choice[]> {
  const { items } = await api.readings.list({ limit: OFFERED })
  return items.filter(({ groups }) => groups.every(({ id }) => id !== groupId))
}
