'use client'

import { type FormEvent, useState } from 'react'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogFoot } from '@/components/ui/dialog'
import { TextArea, TextField } from '@/components/ui/field'
import type { GroupShape } from '@/lib/groups/contract'
import { textIn } from './form-text'
import { TimeZoneField } from './time-zone-field'
import { useChange } from './use-change'

/** Renames and describes a group. */
export function EditGroup({ group }: { readonly group: GroupShape }) {
  const [open, setOpen] = useState(false)
  const isCourse = group.kind === 'course'
  const { pending, change } = useChange()

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const edit = {
      name: textIn(form, 'name'),
      description: textIn(form, 'description'),
      showsVoters: form.get('showsVoters') !== null,
      ...(isCourse && { timeZone: textIn(form, 'timeZone') }),
    }
    change(
      () => api.groups.edit({ id: group.id, ...edit }),
      () => setOpen(false),
    )
  }

  return (
    <Dialog
      title="Name and description"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon="edit">Edit</Button>}
    >
      <form className="stack" onSubmit={save}>
        <TextField label="Name" name="name" required maxLength={120} defaultValue={group.name} />
        <TextArea
          label="What you read together, and how"
          name="description"
          maxLength={1000}
          rows={4}
          defaultValue={group.description}
        />
        {isCourse && <TimeZoneField timeZone={group.timeZone} />}
        <label className="switch-row">
          <input
            type="checkbox"
            className="switch"
            name="showsVoters"
            defaultChecked={group.showsVoters}
          />
          <span>
            Show in debates who voted what
            <span className="hint"> to those who voted themselves</span>
          </span>
        </label>
        <DialogFoot>
          <DialogClose>Cancel</DialogClose>
          <Button variant="primary" type="submit" disabled={pending}>
            Save
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
