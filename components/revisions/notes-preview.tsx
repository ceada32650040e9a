'use client'

import { useEffect, useState } from 'react'
import { api } from '@/components/api-client'
import { problemWords } from '@/components/room/note-commands'
import { Button } from '@/components/ui/button'
import type { PreviewInput } from '@/lib/revisions/contract'
import type { Report } from '@/lib/revisions/report'

type Asked =
  | { readonly state: 'asking' }
  | { readonly state: 'told'; readonly report: Report }
  | { readonly state: 'failed'; readonly problem: string }

/** What publishing a text would do to its notes, in numbers, before it is done. */
export function NotesPreview({ input }: { readonly input: PreviewInput }) {
  const [asked, setAsked] = useState<Asked>({ state: 'asking' })
  const [turn, setTurn] = useState(0)
  const key = JSON.stringify([input, turn])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the input by what it says, not by which object says it.
  useEffect(() => {
    let here = true
    setAsked({ state: 'asking' })
    api.revisions.preview(input).then(
      ({ report }) => here && setAsked({ state: 'told', report }),
      (error: unknown) => here && setAsked({ state: 'failed', problem: problemWords(error) }),
    )
    return () => {
      here = false
    }
  }, [key])
  return (
    <div className="notes-preview" role="status">
      {asked.state === 'asking' && <p className="meta">Looking where the notes will stand…</p>}
      {asked.state === 'failed' && (
        <p className="meta">
          {asked.problem}{' '}
          <Button variant="quiet" size="sm" onClick={() => setTurn(turn + 1)}>
            Try again
          </Button>
        </p>
      )}
      {asked.state === 'told' && <Told report={asked.report} />}
    </div>
  )
}

function Told({ report }: { readonly report: Report }) {
  const { exact, moved, changed, look } = report
  if (exact + moved + changed + look === 0)
    return <p className="meta">No notes stand on this text.</p>
  return (
    <dl className="report">
      <Line count={exact} words="stay on their words" />
      <Line count={moved} words="move along with their words" />
      <Line count={changed} words="stand on words that were edited" />
      <Line count={look} words="to review" unsure />
    </dl>
  )
}

function Line({
  count,
  words,
  unsure = false,
}: {
  readonly count: number
  readonly words: string
  readonly unsure?: boolean
}) {
  if (count === 0) return null
  return (
    <div className={unsure ? 'is-unsure' : undefined}>
      <dt className="num">{count.toLocaleString('en')}</dt>
      <dd>{words}</dd>
    </div>
  )
}
