'use client'

import type { FormEvent } from 'react'
import { api } from '@/components/api-client'
import { textIn } from '@/components/groups/form-text'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Outcome, SettingsPart } from './settings-part'
import { useSaving } from './use-saving'

/** One's name, as others read it. */
export function NameForm({ name }: { readonly name: string }) {
  const { pending, done, problem, save } = useSaving()

  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const next = textIn(new FormData(event.currentTarget), 'name')
    save(() => api.people.rename({ name: next }), 'Saved.')
  }

  return (
    <SettingsPart id="name" title="Your name" about="It stands beside everything that you write.">
      <form className="settings-form" onSubmit={rename}>
        <TextField
          label="Name"
          name="name"
          defaultValue={name}
          autoComplete="name"
          required
          maxLength={100}
          dir="auto"
          error={problem}
        />
        <div className="row row-3">
          <Button type="submit" disabled={pending}>
            Save name
          </Button>
          <Outcome done={done} />
        </div>
      </form>
    </SettingsPart>
  )
}
