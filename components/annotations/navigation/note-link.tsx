'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { useRoom, useRoomStore } from '@/components/room/context'
import type { RoomStore } from '@/components/room/store'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { ApiProblem } from '@/lib/api/client'

/**
 * Follows `#note=…` in the address: to the passage, the open card and its heading, or says plainly why not. `#place=…` asks for the
 * passage that the note shall stand on.
 */
export function NoteLink({ groups }: { readonly groups: readonly LinkedGroup[] }) {
  const room = useRoomStore()
  const ready = useRoom(({ geometry }) => geometry !== null)
  const [problem, setProblem] = useState<ReactNode>(null)
  useEffect(() => {
    if (!ready) return
    const follow = () => {
      const [, what, id] = /^#(note|place)=([\w-]+)$/.exec(location.hash) ?? []
      if (!id) return
      setProblem(null)
      noteAt(room, id).then(
        async (note) => {
          if (!isHere(room, note)) return setProblem(<Elsewhere note={note} groups={groups} />)
          await room.visit(id)
          if (what === 'place') room.choosePlace(id)
        },
        (error: unknown) => setProblem(whyNot(error)),
      )
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [ready, room, groups])
  if (problem === null) return null
  return (
    <div className="banner note-problem" role="alert">
      <span>{problem}</span>
      <button type="button" className="textlink push" onClick={() => setProblem(null)}>
        Close
      </button>
    </div>
  )
}

export type LinkedGroup = { readonly id: string; readonly slug: string; readonly name: string }

async function noteAt(room: RoomStore, id: string): Promise<AnnotationShape> {
  return room.getState().notes.get(id) ?? (await room.server.note(id))
}

function isHere(room: RoomStore, note: AnnotationShape): boolean {
  const { reading, group, assignment } = room.getState()
  const isOfDiscussion = assignment === null || note.assignmentId === assignment.id
  return note.readingId === reading.id && note.groupId === (group?.id ?? null) && isOfDiscussion
}

/** The note is of another group, or of another text. */
function Elsewhere({
  note,
  groups,
}: {
  readonly note: AnnotationShape
  readonly groups: readonly LinkedGroup[]
}) {
  const reading = useRoom((state) => state.reading)
  const here = useRoom((state) => state.group?.id ?? null)
  const group = groups.find(({ id }) => id === note.groupId)
  if (note.readingId !== reading.id) return 'This link leads to a note on another text.'
  const page = `/readings/${reading.slug}`
  if (note.groupId === here && note.assignmentId !== null) {
    return (
      <>
        This note was written for another assignment.{' '}
        <a href={`${page}?assignment=${note.assignmentId}#note=${note.id}`}>Open it there</a>
      </>
    )
  }
  if (!group) return 'This link leads to a note of another group.'
  const href = `${page}?group=${encodeURIComponent(group.slug)}#note=${note.id}`
  return (
    <>
      This note was written {note.groupId === here ? 'outside this assignment' : 'in another group'}
      . <a href={href}>Open it in {group.name}</a>
    </>
  )
}

function whyNot(error: unknown): string {
  const gone = error instanceof ApiProblem && [401, 403, 404].includes(error.status)
  return gone
    ? 'This link leads to a note that you may not see, or that was deleted.'
    : 'The note that this link leads to cannot be loaded now. Reload to try again.'
}
