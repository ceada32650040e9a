'use client'

import type { FormEvent } from 'react'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { GroupShape } from '@/lib/groups/contract'
import { roleMeaning, roleWord } from '@/lib/groups/role'
import { textIn } from './form-text'
import { useChange } from './use-change'

const DAYS = [
  { value: '1', label: '1 day' },
  { value: '7', label: '7 days' },
  { value: '14', label: '14 days' },
  { value: '90', label: '90 days' },
] as const

const USES = [
  { value: '', label: 'Any number of people' },
  { value: '1', label: 'One person' },
  { value: '10', label: '10 people' },
  { value: '50', label: '50 people' },
] as const

/** Makes an invitation: for which role, how long, for how many. */
export function InviteForm({ group }: { readonly group: GroupShape }) {
  const { pending, change } = useChange()
  const roles = group.can.inviteTo
  const usual = roles.includes('member') ? 'member' : roles[0]

  const invite = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const role = roles.find((each) => each === textIn(form, 'role'))
    const uses = textIn(form, 'uses')
    if (!role) return
    change(() =>
      api.groups.invite({
        id: group.id,
        role,
        expiresInDays: Number(textIn(form, 'days')),
        ...(uses === '' ? {} : { uses: Number(uses) }),
      }),
    )
  }

  return (
    <form className="invite-form" onSubmit={invite}>
      <Field label="As">
        {(control) => (
          <Select
            {...control}
            name="role"
            defaultValue={usual}
            options={roles.map((role) => ({
              value: role,
              label: `${roleWord(role, group.kind)}: ${roleMeaning(role)}`,
            }))}
          />
        )}
      </Field>
      <Field label="Good for">
        {(control) => <Select {...control} name="days" defaultValue="14" options={DAYS} />}
      </Field>
      <Field label="To be used by">
        {(control) => <Select {...control} name="uses" defaultValue="" options={USES} />}
      </Field>
      <Button variant="primary" type="submit" icon="plus" disabled={pending}>
        Create invite link
      </Button>
    </form>
  )
}
