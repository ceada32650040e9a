'use client'

import { Menu } from '@base-ui/react/menu'
import { useEffect, useState } from 'react'
import { useRoomStore } from '@/components/room/context'
import { kindMeta } from '@/components/room/kind-meta'
import type { RoomStore } from '@/components/room/store'
import { Icon } from '@/components/ui/icon'
import { notify } from '@/components/ui/toast'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { type LiveArticle, useArticle } from './article-context'

type Hit = { readonly offset: number; readonly at: DOMRect; readonly pressed: boolean }
type Choice = { readonly notes: readonly AnnotationShape[]; readonly at: DOMRect }

/** What a click on a mark opens: its note, or a choice where several overlap. */
export function MarkedNotes() {
  const room = useRoomStore()
  const article = useArticle()
  const [choice, setChoice] = useState<Choice | null>(null)

  useEffect(() => {
    if (!article) return
    const clicked = (event: MouseEvent) => {
      const hit = hitOf(article, event)
      if (!hit) return
      openAt(room, hit).then(
        (notes) => notes.length > 1 && setChoice({ notes, at: hit.at }),
        () => notify({ text: 'These notes cannot be loaded now. Try again in a moment.' }),
      )
    }
    article.root.addEventListener('click', clicked)
    return () => article.root.removeEventListener('click', clicked)
  }, [article, room])

  return (
    <Menu.Root
      open={choice !== null}
      onOpenChange={(open) => !open && setChoice(null)}
      modal={false}
    >
      <Menu.Portal>
        <Menu.Positioner
          className="above"
          anchor={choice && { getBoundingClientRect: () => choice.at }}
          sideOffset={6}
          align="start"
        >
          <Menu.Popup className="menu mark-menu" aria-label="Notes on this passage">
            {choice?.notes.map((note) => (
              <Menu.Item
                key={note.id}
                className="menu-item"
                onClick={() => void room.visit(note.id)}
              >
                <span className={`mark-menu-kind ${kindMeta(note.kind).className}`}>
                  <Icon
                    name={kindMeta(note.kind).icon}
                    size={12}
                    label={kindMeta(note.kind).word}
                  />
                </span>
                <span className="strong nowrap">{note.author?.name ?? 'Deleted note'}</span>
                <span className="truncate muted">{firstWords(note)}</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function firstWords(note: AnnotationShape): string {
  return note.body?.text.split('\n')[0] ?? (note.deleted ? '' : kindMeta(note.kind).word)
}

/** Opens the only note at a place, or gives all of them. What is on screen is loaded, so this rarely asks the server. */
async function openAt(
  room: RoomStore,
  { offset, pressed }: Hit,
): Promise<readonly AnnotationShape[]> {
  await room.loadRange(offset, offset + 1)
  const { notes, order } = room.getState()
  const covering = order.flatMap((id) => {
    const note = notes.get(id)
    return note?.target && note.target.start <= offset && offset < note.target.end ? [note] : []
  })
  const [only, ...more] = covering
  // Who pressed a key wants the focus to go along; who clicked still reads.
  if (only && more.length === 0) {
    if (pressed) await room.visit(only.id)
    else room.focus(only.id)
  }
  return covering
}

function hitOf({ index }: LiveArticle, event: MouseEvent): Hit | null {
  if (!(event.target instanceof Element) || event.target.closest('a[href]')) return null
  const mark = event.target.closest<HTMLElement>('mark.hl')
  if (!mark || document.getSelection()?.isCollapsed === false) return null
  // A key press on the mark's button has no place: it means the mark's beginning.
  const pressed = event.detail === 0 || event.target.closest('[data-aside]') !== null
  const place = pressed ? null : document.caretPositionFromPoint(event.clientX, event.clientY)
  const found = place && index.offsetAt(place.offsetNode, place.offset)
  const start = Number(mark.dataset.start)
  const end = Number(mark.dataset.end)
  const offset = Math.min(Math.max(found ?? start, start), end - 1)
  const at = place
    ? new DOMRect(event.clientX, event.clientY - 8, 1, 16)
    : mark.getBoundingClientRect()
  return { offset, at, pressed }
}
