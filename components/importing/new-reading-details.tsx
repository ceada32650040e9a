'use client'

import { useState } from 'react'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { directionOf } from '@/lib/text/direction'
import { languageName, languageOptions } from './languages'
import type { DraftErrors, ReadingDraft } from './reading-draft'

export type ShelfOption = { readonly id: string; readonly slug: string; readonly name: string }

type Props = {
  readonly draft: ReadingDraft
  /** The language of the words, for a draft that leaves it to them. */
  readonly detected?: string
  readonly errors: DraftErrors
  readonly shelves: readonly ShelfOption[]
  readonly onChange: (part: Partial<ReadingDraft>) => void
}

/** Everything about a text but its words: what has to be decided, and folded away what is known already or may stay open. */
export function NewReadingDetails(props: Props) {
  const { draft, errors, shelves, onChange } = props
  return (
    <div className="new-reading-details">
      <TextField label="Title" className="input-lg" maxLength={500} {...fieldOf(props, 'title')} />
      <div className="new-reading-grid">
        <Field label="Group" hint="Whose notes stand beside it.">
          {(control) => (
            <Select
              {...control}
              name="groupId"
              value={draft.groupId}
              options={[
                { value: '', label: 'No group: only in my library' },
                ...shelves.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(event) => onChange(withGroup(draft, event.target.value))}
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
      <MoreDetails {...props} />
    </div>
  )
}

function MoreDetails(props: Props) {
  const { draft, detected = '', errors } = props
  const [isOpen, setOpen] = useState(false)
  const known = [draft.authors, draft.dated, languageName(draft.language || detected)]
  return (
    <details
      className="new-reading-more"
      open={isOpen || errors.sourceUrl !== undefined}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className="new-reading-more-title">Details</span>
        <span className="meta truncate">{known.filter((one) => one !== '').join(' · ')}</span>
      </summary>
      <div className="new-reading-grid">
        <TextField label="Authors" hint="Separated by commas." {...fieldOf(props, 'authors')} />
        <TextField
          label="Date"
          hint="As the text says: 1859, 4 March 2021."
          maxLength={40}
          {...fieldOf(props, 'dated')}
        />
        <LanguageField {...props} />
        <DirectionField {...props} />
        <TextField
          label="Kind of text"
          hint="Essay, analysis, chapter, law…"
          maxLength={60}
          {...fieldOf(props, 'genre')}
        />
        <TextField
          label="Licence"
          hint="CC BY 4.0, public domain…"
          maxLength={200}
          {...fieldOf(props, 'licence')}
        />
        <TextField
          label="Where it is from"
          placeholder="https://"
          {...fieldOf(props, 'sourceUrl')}
        />
      </div>
    </details>
  )
}

function fieldOf({ draft, errors, onChange }: Props, name: keyof ReadingDraft) {
  return {
    name,
    value: draft[name],
    error: errors[name],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange({ [name]: event.target.value }),
  }
}

function LanguageField({ draft, detected, onChange }: Props) {
  const known = languageOptions(draft.language)
  const options =
    detected === undefined
      ? known
      : [{ value: '', label: `Detected: ${languageName(detected)}` }, ...known]
  return (
    <Field label="Language">
      {(control) => (
        <Select
          {...control}
          name="language"
          value={draft.language}
          options={options}
          onChange={(event) => onChange({ language: event.target.value })}
        />
      )}
    </Field>
  )
}

function DirectionField({ draft, detected = 'en', onChange }: Props) {
  const isLeftward = directionOf(draft.language || detected) === 'rtl'
  const own = isLeftward ? 'right to left' : 'left to right'
  return (
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
  )
}

function withGroup(draft: ReadingDraft, groupId: string): Partial<ReadingDraft> {
  if (groupId === '' && draft.visibility === 'group') return { groupId, visibility: 'private' }
  if (groupId !== '' && draft.visibility === 'private') return { groupId, visibility: 'group' }
  return { groupId }
}

function visibilityFrom(value: string): ReadingDraft['visibility'] {
  return value === 'group' || value === 'public' ? value : 'private'
}
