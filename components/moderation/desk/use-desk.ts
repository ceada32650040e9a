'use client'

import { useRef, useState } from 'react'
import { api } from '@/components/api-client'
import { decisionWords } from '@/components/moderation/desk-words'
import { notify } from '@/components/ui/toast'
import { ApiProblem } from '@/lib/api/client'
import type { DecisionInput, ItemShape } from '@/lib/moderation/contract/review'
import type { DeskPage } from '@/lib/pages/review'
import { type Place, type Queue, useQueue } from './use-queue'

export type Said = Pick<DecisionInput, 'kind' | 'reason' | 'rule' | 'days'> & {
  readonly words?: string
}

type Setting = { readonly assigneeId?: string | null; readonly snoozedUntil?: string | null }

const UNDO_MS = 10_000

/** A part of a group's queue and what is done about it: decided, undone, claimed, assigned, put off. */
export function useDesk(place: Place, first: DeskPage) {
  const queue = useQueue(place, first)
  const { refresh, replace } = queue
  const [meanwhile, setMeanwhile] = useState<{ itemId: string; text: string } | null>(null)
  const failed = (itemId: string, error: unknown) => {
    // What became of it meanwhile is shown with it.
    api.review.item({ id: itemId }).then(replace, () => {})
    setMeanwhile({ itemId, text: troubleWords(error) })
  }
  const deciding = useDeciding(queue, failed, () => setMeanwhile(null))

  const set = async (item: ItemShape, change: Setting, text: string): Promise<void> => {
    try {
      replace(await api.review.set({ id: item.id, ...change }))
      notify({ id: 'decided', text })
      await refresh()
    } catch (error) {
      failed(item.id, error)
    }
  }
  const claim = (item: ItemShape): void => {
    api.review.claim({ id: item.id }).then(replace, (error) => failed(item.id, error))
  }
  const release = (item: ItemShape): void => {
    api.review.release({ id: item.id }).then(
      () => replace({ ...item, claim: null }),
      () => {},
    )
  }
  const shown = meanwhile?.itemId === queue.openId ? meanwhile : null
  return { ...queue, ...deciding, meanwhile: shown, set, claim, release }
}

export type DeskState = ReturnType<typeof useDesk>

// What was decided last can be taken back by a key, or for ten seconds by what is said of it.
function useDeciding(
  queue: Queue,
  failed: (itemId: string, error: unknown) => void,
  onDone: () => void,
) {
  const [isBusy, setBusy] = useState(false)
  const last = useRef<string | null>(null)
  const undo = (): boolean => {
    const id = last.current
    if (id === null) return false
    last.current = null
    api.review.undo({ id }).then(
      () => {
        notify({ id: 'decided', text: 'Taken back. It waits again.' })
        void queue.refresh()
      },
      () => notify({ id: 'decided', text: 'It could not be taken back. The log has it.' }),
    )
    return true
  }
  /** Decides items one after the other; says whether all of them were. */
  const decide = async (items: readonly ItemShape[], said: Said): Promise<boolean> => {
    // Decided by somebody else meanwhile: what was typed stays where it is.
    if (items.length === 0) return false
    setBusy(true)
    for (const { id, version } of items) {
      try {
        last.current = (await api.review.decide({ words: '', ...said, id, version })).id
      } catch (error) {
        queue.setOpenId(id)
        failed(id, error)
        setBusy(false)
        return false
      }
    }
    onDone()
    queue.setOpenId(nextAfter(queue.items, items))
    setBusy(false)
    const text = sayDone(items.length, said)
    const action = { label: 'Undo', run: () => void undo() }
    notify({ id: 'decided', text, duration: UNDO_MS, action })
    await queue.refresh()
    return true
  }
  return { isBusy, decide, undo }
}

function troubleWords(error: unknown): string {
  if (error instanceof ApiProblem) return error.message
  return 'You may be offline. Nothing was decided, and what you wrote is kept.'
}

function sayDone(count: number, { kind, reason }: Said): string {
  const words = decisionWords(kind, reason ?? null)
  return count === 1 ? words : `${words}: ${count}`
}

// What comes after the last of them, else before.
function nextAfter(all: readonly ItemShape[], done: readonly ItemShape[]): string | null {
  const gone = new Set(done.map(({ id }) => id))
  const at = all.findLastIndex(({ id }) => gone.has(id))
  const rest = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at)).toReversed()]
  return rest.find(({ id }) => !gone.has(id))?.id ?? null
}
