'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { api } from '@/components/api-client'
import { LANGUAGES } from '@/components/importing/languages'
import { problemWords } from '@/components/room/note-commands'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFoot } from '@/components/ui/dialog'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { notify } from '@/components/ui/toast'
import type { ReadingShape } from '@/lib/readings/contract'

/** What is said of a text besides its words: title, authors, language, licence. Saved at once, without a revision. */
export function DetailsDialog({ reading }: { readonly reading: ReadingShape }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="settings" onClick={() => setOpen(true)}>
        Title and details
      </Button>
      <Dialog title="Title and details" size="wide" open={open} onOpenChange={setOpen}>
        {open && <DetailsForm reading={reading} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

function DetailsForm({
  reading,
  onDone,
}: {
  readonly reading: ReadingShape
  readonly onDone: () => void
}) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const word = (name: string) => String(given.get(name) ?? '').trim()
    if (word('title') === '') return setProblem('Give it the title that readers will know it by.')
    setPending(true)
    try {
      await api.readings.edit({
        id: reading.id,
        title: word('title'),
        genre: word('genre'),
        language: word('language'),
        licence: word('licence'),
        dated: word('dated'),
        direction: directionFrom(word('direction')),
        sourceUrl: word('sourceUrl') === '' ? null : word('sourceUrl'),
        authors: word('authors')
          .split(/[,;\n]/)
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      })
      notify({ text: 'Saved' })
      onDone()
      router.refresh()
    } catch (error) {
      setProblem(problemWords(error))
      setPending(false)
    }
  }
  const languages = LANGUAGES.some(({ value }) => value === reading.language)
    ? LANGUAGES
    : [{ value: reading.language, label: reading.language }, ...LANGUAGES]
  return (
    <form className="details-form" onSubmit={(event) => void save(event)} noValidate>
      <TextField label="Title" name="title" maxLength={500} defaultValue={reading.title} />
      <TextField
        label="Authors"
        name="authors"
        hint="Separated by commas."
        defaultValue={reading.authors.join(', ')}
      />
      <TextField label="Kind of text" name="genre" maxLength={60} defaultValue={reading.genre} />
      <Field label="Language">
        {(control) => (
          <Select
            {...control}
            name="language"
            options={languages}
            defaultValue={reading.language}
          />
        )}
      </Field>
      <TextField
        label="Where it is from"
        name="sourceUrl"
        type="url"
        placeholder="https://"
        defaultValue={reading.sourceUrl ?? ''}
      />
      <Field label="Direction">
        {(control) => (
          <Select
            {...control}
            name="direction"
            options={DIRECTIONS}
            defaultValue={reading.direction ?? ''}
          />
        )}
      </Field>
      <TextField label="Date" name="dated" maxLength={60} defaultValue={reading.dated} />
      <TextField label="Licence" name="licence" maxLength={200} defaultValue={reading.licence} />
      {problem && (
        <p className="banner banner-warn" role="alert">
          {problem}
        </p>
      )}
      <DialogFoot>
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="primary" type="submit" disabled={pending}>
          {pending ? 'Saving…' : 'Save'}
        </Button>
      </DialogFoot>
    </form>
  )
}

const DIRECTIONS = [
  { value: '', label: 'As its language is written' },
  { value: 'ltr', label: 'From left to right' },
  { value: 'rtl', label: 'From right to left' },
]

function directionFrom(word: string): 'ltr' | 'rtl' | null {
  return word === 'ltr' || word === 'rtl' ? word : null
}
