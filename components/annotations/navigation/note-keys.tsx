'use client'

import { useEffect } from 'react'
import { isTyping } from '@/components/keyboard/is-typing'
import { lettersAct } from '@/components/keyboard/key-switch'
import { listenForKeys } from '@/components/keyboard/letter-keys'
import { useRoomStore } from '@/components/room/context'
import { toggleResolution } from '@/components/room/note-commands'
import { nextNote, visitNeighbour } from '@/components/room/note-steps'
import type { RoomStore } from '@/components/room/store'
import { notify } from '@/components/ui/toast'

/** The keys that work on notes, wherever the focus is but in a field. */
export function NoteKeys() {
  const room = useRoomStore()
  useEffect(() => {
    const keys = Object.entries(ACTIONS).map(([key, action]) => [
      key,
      (event: KeyboardEvent) => {
        if (isTyping(event) || (key !== 'Escape' && !lettersAct())) return
        if (action(room)) event.preventDefault()
      },
    ])
    return listenForKeys(window, Object.fromEntries(keys))
  }, [room])
  return null
}

type Action = (room: RoomStore) => boolean

const ACTIONS: Readonly<Record<string, Action>> = {
  n: (room) => step(room, { towards: 1, unread: true }),
  p: (room) => step(room, { towards: -1, unread: true }),
  u: (room) => step(room, { towards: 1, status: 'open' }),
  j: (room) => beside(room, 1),
  k: (room) => beside(room, -1),
  r: reply,
  e: resolve,
  Escape: leave,
}

function step(room: RoomStore, where: Parameters<typeof nextNote>[1]): boolean {
  nextNote(room, where).then(
    (id) => {
      if (id) void room.visit(id)
      else
        notify({
          text: where.unread ? 'You have read everything here.' : 'Nothing is unresolved here.',
        })
    },
    () => notify({ text: 'It cannot be looked up now. Try again in a moment.' }),
  )
  return true
}

function beside(room: RoomStore, towards: 1 | -1): boolean {
  visitNeighbour(room, towards)
  return true
}

function reply(room: RoomStore): boolean {
  const id = room.getState().focusedId
  const card = id === null ? null : document.querySelector(`#note-${CSS.escape(id)}`)
  const line = card?.querySelector<HTMLElement>('.ghostline, .reply-box .editor-field')
  if (line?.matches('.ghostline')) line.click()
  else line?.focus()
  return line !== null && line !== undefined
}

function resolve(room: RoomStore): boolean {
  const { focusedId, notes } = room.getState()
  const note = notes.get(focusedId ?? '')
  if (!note?.can.resolve) return false
  void toggleResolution(room, note)
  return true
}

function leave(room: RoomStore): boolean {
  const { focusedId, panel } = room.getState()
  if (focusedId === null && panel === null) return false
  if (focusedId !== null) room.focus(null)
  else room.showPanel(null)
  document.getElementById('text')?.focus({ preventScroll: true })
  return true
}
