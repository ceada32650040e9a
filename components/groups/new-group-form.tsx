'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { api } from '@/components/api-client'
import { Button, ButtonLink } from '@/components/ui/button'
import { TextArea, TextField } from '@/components/ui/field'
import { GROUP_KINDS, kindWord } from '@/lib/groups/role'
import type { GroupKind } from '@/lib/policy/facts'
import { textIn } from './form-text'
import { useChange } from './use-change'

const MEANINGS: Readonly<Record<GroupKind, string>> = {
  team: 'Colleagues who read together; every member adds texts. Closed to others.',
  course: 'A class: instructors choose the texts, students read and write. Closed to others.',
  public: 'Anybody may read and join; those who lead it choose the texts.',
}

/** Makes a group. */
export function NewGroupForm() {
  const router = useRouter()
  const { pending, change } = useChange()

  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const kind = GROUP_KINDS.find((each) => each === textIn(form, 'kind')) ?? 'team'
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    const input = {
      kind,
      name: textIn(form, 'name'),
      description: textIn(form, 'description'),
      timeZone,
    }
    change(async () => {
      const { slug } = await api.groups.create(input)
      router.push(`/groups/${encodeURIComponent(slug)}`)
    })
  }

  return (
    <form className="form-page" onSubmit={make}>
      <TextField label="Name" name="name" className="input-lg" required maxLength={120} />
      <fieldset className="field">
        <legend className="label">Kind</legend>
        {GROUP_KINDS.map((kind, index) => (
          <label key={kind} className="kind-choice">
            <span className="check">
              <input type="radio" name="kind" value={kind} defaultChecked={index === 0} />
            </span>
            <span>
              <span className="strong">{kindWord(kind)}</span>
              <span className="meta">{MEANINGS[kind]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextArea
        label="What you read together, and how"
        hint="Optional; shown on the group’s page and to whoever is invited."
        name="description"
        maxLength={1000}
        rows={3}
      />
      <div className="row">
        <Button variant="primary" size="lg" type="submit" disabled={pending}>
          Make the group
        </Button>
        <ButtonLink size="lg" variant="ghost" href="/groups">
          Cancel
        </ButtonLink>
      </div>
    </form>
  )
}
