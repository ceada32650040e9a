'use client'

import { useCallback, useState } from 'react'
import { api } from '@/components/api-client'
import type { ItemShape } from '@/lib/moderation/contract/review'
import type { DeskAddress, DeskPage } from '@/lib/pages/review'

export type Place = {
  readonly groupId: string
  readonly personId: string
  readonly address: DeskAddress
}

const PAGE = 50

/** A part of a group's queue, as the page came and as it is asked for again, and which item of it is open. */
export function useQueue({ groupId, personId, address }: Place, first: DeskPage) {
  const [page, setPage] = useState(first)
  // Kept beside the list: what is open stays, with what is typed about it, when somebody else decides it and it leaves the list.
  const [opened, setOpened] = useState<ItemShape | null>(null)
  const [problem, setProblem] = useState(false)
  const { source, state, isMine } = address

  const list = useCallback(
    (cursor?: string) => {
      const assigneeId = isMine ? personId : undefined
      return api.review.items({ id: groupId, state, source, limit: PAGE, cursor, assigneeId })
    },
    [groupId, personId, source, state, isMine],
  )
  const refresh = useCallback(
    () =>
      list().then(
        (next) => {
          setPage(next)
          setProblem(false)
        },
        () => setProblem(true),
      ),
    [list],
  )
  const more = () => {
    if (page.nextCursor === null) return
    list(page.nextCursor).then(
      (next) => setPage((before) => ({ ...next, items: [...before.items, ...next.items] })),
      () => setProblem(true),
    )
  }
  const replace = (item: ItemShape) => {
    setOpened((before) => (before?.id === item.id ? item : before))
    setPage((before) => ({
      ...before,
      items: before.items.map((each) => (each.id === item.id ? item : each)),
    }))
  }
  const openId = opened?.id ?? null
  const setOpenId = (id: string | null) =>
    setOpened(page.items.find((item) => item.id === id) ?? null)
  const step = (by: 1 | -1): boolean => {
    const at = page.items.findIndex(({ id }) => id === openId)
    const next = page.items[at < 0 ? 0 : at + by]
    if (!next) return false
    setOpenId(next.id)
    document.querySelector(`[data-item="${next.id}"]`)?.scrollIntoView({ block: 'nearest' })
    return true
  }
  const open = page.items.find(({ id }) => id === openId) ?? opened
  return { ...page, open, openId, setOpenId, problem, refresh, more, replace, step }
}

export type Queue = ReturnType<typeof useQueue>
