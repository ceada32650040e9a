'use client'

import { useState } from 'react'
import { api } from '@/components/api-client'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { ApiProblem } from '@/lib/api/client'
import type { ImportReport, ImportShape } from '@/lib/importing/contract'
import { encodingNamed, encodingOptions } from './encodings'
import { useImportProgress } from './use-import-progress'

type Guess = NonNullable<ImportReport['guess']>

/** In which encoding a text was read that does not say its own, how it looks in it, and choosing another. */
export function EncodingChoice({
  importId,
  guess,
}: {
  readonly importId: string
  readonly guess: Guess
}) {
  const [rereading, setRereading] = useState<ImportShape | null>(null)
  const [chosen, setChosen] = useState(guess.encoding)
  const [problem, setProblem] = useState<string | null>(null)
  const isOver = guess.encoding === chosen

  const choose = async (name: string) => {
    const encoding = encodingNamed(name)
    if (!encoding) return
    setProblem(null)
    setChosen(name)
    try {
      setRereading(await api.imports.chooseEncoding({ id: importId, encoding }))
    } catch (error) {
      setChosen(guess.encoding)
      setProblem(
        error instanceof ApiProblem ? error.message : 'Something went wrong. Nothing is lost.',
      )
    }
  }
  return (
    <div className="import-guess">
      <Field
        label="Encoding"
        hint="The file does not name it. If the words below look wrong, choose another."
        error={problem}
      >
        {(control) => (
          <Select
            {...control}
            value={chosen}
            // Not disabled, which would take the focus away.
            aria-disabled={!isOver || undefined}
            options={encodingOptions(guess.encoding)}
            onChange={({ target }) => isOver && void choose(target.value)}
          />
        )}
      </Field>
      <p className="import-sample" dir="auto">
        {guess.sample}
      </p>
      <div className="meta" role="status">
        {!isOver && (rereading ? <Rereading initial={rereading} /> : 'Asking for it…')}
      </div>
    </div>
  )
}

/** Waits until it is read; then the page is made anew. */
function Rereading({ initial }: { readonly initial: ImportShape }) {
  const { isAway } = useImportProgress(initial)
  return isAway ? 'The server cannot be reached. It goes on reading there.' : 'Reading it anew…'
}
