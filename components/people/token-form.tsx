'use client'

import type { FormEvent } from 'react'
import { api } from '@/components/api-client'
import { textIn } from '@/components/groups/form-text'
import { Button } from '@/components/ui/button'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useSaving } from './use-saving'

const SCOPES = { read: ['read'], write: ['read', 'write'] } as const

const RIGHTS = [
  { value: 'read', label: 'Read only' },
  { value: 'write', label: 'Read and write' },
]

const LASTING = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '', label: 'Until revoked' },
]

const DAY_MS = 86_400_000

/** Makes an API token and hands its secret over. */
export function TokenForm({ onMade }: { readonly onMade: (secret: string) => void }) {
  const { pending, problem, save } = useSaving()

  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const days = Number(textIn(data, 'days'))
    const wish = {
      name: textIn(data, 'name'),
      scopes: [...SCOPES[textIn(data, 'rights') === 'write' ? 'write' : 'read']],
      expiresAt: days > 0 ? new Date(Date.now() + days * DAY_MS).toISOString() : null,
    }
    save(async () => {
      const { secret } = await api.people.createToken(wish)
      onMade(secret)
      form.reset()
    }, '')
  }

  return (
    <form className="token-form" onSubmit={make}>
      <TextField
        label="What the token is for"
        name="name"
        placeholder="Weekly export"
        required
        maxLength={100}
        error={problem}
      />
      <Field label="It may">
        {(control) => <Select name="rights" options={RIGHTS} {...control} />}
      </Field>
      <Field label="It lasts">
        {(control) => <Select name="days" options={LASTING} defaultValue="90" {...control} />}
      </Field>
      <Button type="submit" disabled={pending}>
        Make a token
      </Button>
    </form>
  )
}
