'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { notify } from '@/components/ui/toast'
import type { EntryShape } from '@/lib/moderation/contract/review'
import { DECISIONS } from '@/lib/moderation/decision'
import { decisionWords } from './desk-words'

const WHEN = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})

/** The lines of a group's log; who may takes a decision back from here. */
export function LogView({ lines }: { readonly lines: readonly EntryShape[] }) {
  if (lines.length === 0) {
    return (
      <EmptyState title="Nothing yet">What is decided in this group is written here.</EmptyState>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, also by keyboard.
    <section className="log" aria-label="Log" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">When (UTC)</th>
            <th scope="col">What</th>
            <th scope="col">Rule</th>
            <th scope="col">By</th>
            <th scope="col">Told</th>
            <th scope="col">
              <span className="meta">Undo</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>{WHEN.format(new Date(line.at))}</td>
              <td>{lineWords(line)}</td>
              <td>{line.rule ?? ''}</td>
              <td dir="auto">{line.by?.name ?? ''}</td>
              <td dir="auto">{line.words}</td>
              <td>{line.canUndo && line.decisionId && <Undo id={line.decisionId} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const ACTS: Readonly<Record<string, string>> = {
  undone: 'Taken back: ',
  appealed: 'Appealed against: ',
  granted: 'Appeal granted against: ',
  declined: 'Appeal declined: ',
  assigned: 'Assigned',
  snoozed: 'Put off',
}

function lineWords({ act, kind, reason, decisionId, undone }: EntryShape) {
  const known = DECISIONS.find((each) => each === kind)
  const words = `${ACTS[act] ?? ''}${known ? decisionWords(known, reason) : ''}`
  const said = decisionId === null ? words : <Link href={`/decisions/${decisionId}`}>{words}</Link>
  return undone && act === 'decided' ? <s>{said}</s> : said
}

function Undo({ id }: { readonly id: string }) {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const undo = () => {
    setBusy(true)
    api.review.undo({ id }).then(
      () => {
        notify({ text: 'Taken back. It waits again.' })
        router.refresh()
      },
      () => {
        setBusy(false)
        notify({ text: 'It could not be taken back. Try again.' })
      },
    )
  }
  return (
    <Button size="sm" disabled={isBusy} onClick={undo}>
      Undo
    </Button>
  )
}
