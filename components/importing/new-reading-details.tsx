'use client'

import { directionOf } from '@/components/readings/article/direction'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { languageOptions } from './languages'
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
        <LanguageFields draft={draft} onChange={onChange} />
        <TextField label="Where it is from" placeholder="https://" {...field('sourceUrl')} />
        <TextField
          label="Date"
          hint="As the text says: 1859, 4 March 2021."
          maxLength={40}
          {...field('dated')}
        />
        <TextField
          label="Licence"
          hint="CC BY 4.0, public domain…"
          maxLength={200}
          {...field('licence')}
        />
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

function LanguageFields({
  draft,
  onChange,
}: {
  readonly draft: ReadingDraft
  readonly onChange: (part: Partial<ReadingDraft>) => void
}) {
  const own = directionOf(draft.language) === 'rtl' ? 'right to left' : 'left to right'
  return (
    <>
      <Field label="Language">
        {(control) => (
          <Select
            {...control}
            name="language"
            value={draft.language}
            options={languageOptions(draft.language)}
            onChange={(event) => onChange({ language: event.target.value })}
          />
        )}
      </Field>
      <Field label="Direction">
        {(control) => (
          <Select
            {...control}
            name="direction"
            value={draft.direction}
            options={[
              { value: '', label: `As its language: ${own}` },
              { value: 'ltr', label: 'Left to right' },
              { value: 'rtl', label: 'Right to left' },
            ]}
            onChange={(event) => onChange({ direction: event.target.value })}
          />
        )}
      </Field>
    </>
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
