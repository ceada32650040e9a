'use client'

import { useState } from 'react'
import { api } from '@/components/api-client'
import { useChange } from '@/components/groups/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogFoot } from '@/components/ui/dialog'
import type { PersonRowShape } from '@/lib/people/contract/people'

/** Shuts a person out, after asking, or lets him in again. */
export function DisablePerson({ person }: { readonly person: PersonRowShape }) {
  const [open, setOpen] = useState(false)
  const { pending, change } = useChange()
  const target = { id: person.id }

  if (person.disabledAt !== null) {
    return (
      <Button size="sm" disabled={pending} onClick={() => change(() => api.people.enable(target))}>
        Let in again
      </Button>
    )
  }
  const disable = () =>
    change(
      () => api.people.disable(target),
      () => setOpen(false),
    )
  return (
    <Dialog
      title={`Disable ${person.name}?`}
      description={`${person.name} is signed out everywhere at once and cannot sign in. What ${person.name} wrote stays. You can take this back.`}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="sm">
          Disable
        </Button>
      }
    >
      <DialogFoot>
        <DialogClose>Cancel</DialogClose>
        <Button variant="danger" disabled={pending} onClick={disable}>
          Disable
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
