'use client'

import { useCallback, useRef, useState } from 'react'
import { api } from '@/components/api-client'
import { orNotify } from '@/components/room/note-commands'
import { notify } from '@/components/ui/toast'
import type { AnchorChoice, AnchorReviewItem } from './anchor-review'

type Decision = { readonly id: string; readonly arrived: Promise<boolean> }

/** The notes that wait and the one in hand. A decision takes its note out at once, and puts it back when it fails or is undone. */
export function useAnchorReview(items: readonly AnchorReviewItem[], revision: number) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<string | null>(null)
  const [asked, setAsked] = useState(0)
  const decisions = useRef<readonly Decision[]>([])
  const waiting = items.filter(({ note }) => !gone.has(note.id))
  const at = Math.max(
    0,
    waiting.findIndex(({ note }) => note.id === chosen),
  )
  const current = waiting[at]?.note.id ?? null

  const go = useCallback((id: string | null) => {
    setChosen(id)
    setAsked((before) => before + 1)
  }, [])
  const back = useCallback(
    (id: string) => {
      decisions.current = decisions.current.filter((one) => one.id !== id)
      setGone((before) => new Set([...before].filter((other) => other !== id)))
      go(id)
    },
    [go],
  )
  const undo = useCallback(
    async (wanted?: string) => {
      const made = decisions.current.findLast(({ id }) => wanted === undefined || id === wanted)
      if (!made) return
      decisions.current = decisions.current.filter((one) => one !== made)
      // A press may come before the decision has arrived.
      if (!(await made.arrived)) return
      if (await orNotify(api.annotations.unplace({ id: made.id }))) back(made.id)
    },
    [back],
  )
  const decide = async ({ note }: AnchorReviewItem, choice: AnchorChoice) => {
    const next = waiting[at + 1] ?? waiting[at - 1]
    setGone((before) => new Set([...before, note.id]))
    go(next?.note.id ?? null)
    const { revisionId } = note.place
    const place = { kind: choice, revisionId } as const
    const arrived = orNotify(api.annotations.place({ id: note.id, place })).then(Boolean)
    decisions.current = [...decisions.current, { id: note.id, arrived }]
    if (!(await arrived)) return back(note.id)
    const words = choice === 'confirmed' ? 'placed' : 'kept without a passage'
    const whose = note.author ? `${note.author.name}’s note` : 'The note'
    notify({
      id: 'place-decided',
      text: `${whose} ${words} in revision ${revision}.`,
      action: { label: 'Undo', run: () => void undo(note.id) },
    })
  }
  const move = (step: 1 | -1) => {
    const next = waiting[Math.min(waiting.length - 1, Math.max(0, at + step))]
    if (next) go(next.note.id)
  }
  return { waiting, current, asked, decided: gone.size, move, decide, undo, enter: setChosen }
}
