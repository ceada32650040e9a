'use client'

import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { TextArea } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { notify } from '@/components/ui/toast'
import { fileText } from './file-text'
import { RosterPreview } from './roster-preview'
import { useRoster } from './use-roster'

const LONGEST = 200_000

/** Adds people to a course by a list that is pasted or comes from a file: looked at first, done when that is confirmed. */
export function RosterForm({ groupId }: { readonly groupId: string }) {
  const { list, preview, pending, write, look, add } = useRoster(groupId)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    look()
  }
  const open = async (file: File) => {
    if (file.size > LONGEST) {
      notify({ text: `“${file.name}” is larger than ${LONGEST / 1000} kB. Split it into lists.` })
    } else write(await fileText(file))
  }
  return (
    <>
      <form className="stack roster-form" onSubmit={submit}>
        <TextArea
          label="List"
          hint="A line for each person: name, e-mail, role. The role may be left out: then they are a student. A first line may name the columns."
          rows={8}
          required
          maxLength={LONGEST}
          value={list}
          placeholder={'Ana Ruiz, ana@example.org\nBen Okafor, ben@example.org, assistant'}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <div className="row">
          <Button variant="primary" type="submit" disabled={pending}>
            Preview
          </Button>
          <ChooseFile onFile={(file) => void open(file)} />
        </div>
      </form>
      {preview && <RosterPreview preview={preview} pending={pending} onAdd={add} />}
    </>
  )
}

function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }) {
  return (
    <label className={buttonClass({})}>
      <Icon name="upload" size={16} />
      Choose a CSV file…
      <input
        type="file"
        className="vh"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(file)
          // The same file can be chosen again after it was changed.
          target.value = ''
        }}
      />
    </label>
  )
}
