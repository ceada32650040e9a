'use client'

import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { LANGUAGES } from './languages'
import type { DraftErrors, ReadingDraft } from './reading-draft'

export type ShelfOption = { readonly id: string; readonly slug: string; readonly name: string }

/** Everything about a text but its words. */
export function NewReadingDetails({
  draft,
  errors,
  shelves,
  onChange,
}: {
  readonly draft: ReadingDraft
  readonly errors: DraftErrors
  readonly shelves: readonly ShelfOption[]
  readonly onChange: (part: Partial<ReadingDraft>) => void
}) {
  const field = (name: keyof ReadingDraft) => ({
    name,
    value: draft[name],
    error: errors[name],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange({ [name]: event.target.value }),
  })
  return (
    <div className="new-reading-details">
      <TextField label="Title" className="input-lg" maxLength={500} {...field('title')} />
      <div className="new-reading-grid">
        <TextField label="Authors" hint="Separated by commas." {...field('authors')} />
        <TextField
          label="Kind of text"
          hint="Essay, analysis, chapter, law…"
          maxLength={60}
          {...field('genre')}
        />
        <Field label="Language">
          {(control) => (
            <Select
              {...control}
              name="language"
              value={draft.language}
              options={LANGUAGES}
              onChange={(event) => onChange({ language: event.target.value })}
            />
          )}
        </Field>
        <TextField label="Where it is from" placeholder="https://" {...field('sourceUrl')} />
        <Field label="Shelf" hint="Whose notes will stand beside it.">
          {(control) => (
            <Select
              {...control}
              name="groupId"
              value={draft.groupId}
              options={[
                { value: '', label: 'No group: on my own shelf' },
                ...shelves.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(event) => onChange(withShelf(draft, event.target.value))}
            />
          )}
        </Field>
        <Field label="Who may read it" error={errors.visibility}>
          {(control) => (
            <Select
              {...control}
              name="visibility"
              value={draft.visibility}
              options={[
                { value: 'private', label: 'Only me' },
                { value: 'group', label: 'The group' },
                { value: 'public', label: 'Everyone' },
              ]}
              onChange={(event) => onChange({ visibility: visibilityFrom(event.target.value) })}
            />
          )}
        </Field>
      </div>
    </div>
  )
}

function withShelf(draft: ReadingDraft, groupId: string): Partial<ReadingDraft> {
  if (groupId === '' && draft.visibility === 'group') return { groupId, visibility: 'private' }
  if (groupId !== '' && draft.visibility === 'private') return { groupId, visibility: 'group' }
  return { groupId }
}

function visibilityFrom(value: string): ReadingDraft['visibility'] {
  return value === 'group' || value === 'public' ? value : 'private'
}
