// What a reader does to notes: shown at once, told to the server, taken back when it fails. No React.

import { notify } from '@/components/ui/toast'
import type { AnnotationEdit, AnnotationInput, AnnotationShape } from '@/lib/annotations/contract'
import { ApiProblem } from '@/lib/api/client'
import { newId } from '@/lib/ids'
import { withArrivedNote, withOwnNote, withoutNote } from './annotations'
import { counted } from './coverage'
import { NO_RIGHTS } from './no-rights'
import { forgetOutgoing } from './outbox'
import { type Errand, resume, send } from './sending'
import type { Passage, RoomState } from './state'
import type { RoomStore } from './store'

export type NewNote = Pick<AnnotationInput, 'kind' | 'visibility' | 'tags' | 'sectionId'> & {
  /** Under which it stands until it has arrived; it is its idempotency key, too. */
  readonly id?: string
  readonly target: Passage | null
  /** The revision that the passage was chosen in, where it is not the one of this page. */
  readonly revisionId?: string
  readonly body: { readonly value: Record<string, unknown>; readonly text: string } | null
}

/** Posts a note: it stands in its place at once, dimmed until it has arrived. `safe` is called when its draft is needed no more.
 * Resolves with it; null when it did not arrive at once. */
export function annotate(
  room: RoomStore,
  note: NewNote,
  safe?: () => void,
): Promise<AnnotationShape | null> {
  const id = note.id ?? newId()
  showOwn(room, id, note)
  return send(room, noteErrand(room, id, note, safe))
}

/** Shows a note that an earlier page could not send; sends it unless the server had refused it. */
export function resumeNote(room: RoomStore, id: string, note: NewNote, refused: string | null) {
  showOwn(room, id, note)
  resume(room, noteErrand(room, id, note), refused)
}

function showOwn(room: RoomStore, id: string, note: NewNote): void {
  const own = provisional(room.getState(), id, note)
  room.dispatch((state) => counted(withOwnNote(state, own), own))
}

function noteErrand(
  room: RoomStore,
  id: string,
  note: NewNote,
  safe?: () => void,
): Errand<AnnotationShape> {
  const { reading, group, assignment } = room.getState()
  const { id: _id, body, target, sectionId, revisionId = reading.revisionId, ...rest } = note
  const input: AnnotationInput = {
    ...rest,
    readingId: reading.id,
    groupId: group?.id,
    ...(assignment && { assignmentId: assignment.id }),
    ...(target ? { target: { ...target, revisionId } } : { sectionId }),
    ...(body ? { body: { format: 'tiptap', value: body.value } } : {}),
  }
  return {
    item: { id, note: { ...rest, sectionId, target, body, revisionId } },
    ask: () => room.server.annotate(input, id),
    arrived: (made) => room.dispatch((state) => withArrivedNote(state, id, made)),
    safe,
  }
}

/** Gives up a note that could not be sent. */
export function withdraw(room: RoomStore, id: string): void {
  void forgetOutgoing(room.getState(), id)
  room.track(id, null)
  room.dispatch((state) => withoutNote(state, id))
  room.recount()
}

/** Marks a passage with nothing to say; can be undone for eight seconds. */
export async function highlight(room: RoomStore, target: Passage): Promise<void> {
  const [visibility = 'private'] = room.getState().may.visibilities.filter((one) => one === 'group')
  const made = await annotate(room, { kind: 'highlight', visibility, target, body: null })
  if (made) {
    notify({ text: 'Highlighted', action: { label: 'Undo', run: () => void drop(room, made.id) } })
  }
}

/** Deletes a note; its replies stay. Can be undone for eight seconds. */
export async function removeNote(room: RoomStore, note: AnnotationShape): Promise<void> {
  if (!(await drop(room, note.id))) return
  notify({
    text: 'Note deleted',
    action: { label: 'Undo', run: () => void orNotify(restore(room, note.id)) },
  })
}

async function drop(room: RoomStore, id: string): Promise<boolean> {
  const gone = await orNotify(room.server.removeNote(id))
  if (!gone) return false
  room.mergeNote(gone)
  room.recount()
  return true
}

async function restore(room: RoomStore, id: string): Promise<void> {
  room.mergeNote(await room.server.restoreNote(id))
  // One goes on where it stands again.
  await room.visit(id)
  room.recount()
}

/** Saves what was changed. Rejects with the server's problem, a conflict with an edit elsewhere among them. */
export async function editNote(
  room: RoomStore,
  note: AnnotationShape,
  change: Omit<AnnotationEdit, 'version'>,
  version = note.version,
): Promise<void> {
  const saved = await room.server.editNote(note.id, { version, ...change })
  room.mergeNote(saved)
  if (change.visibility) room.recount()
}

/** Opens a note from its card; when its passage is out of sight, goes there. */
export function openNote(room: RoomStore, id: string): void {
  const { notes, geometry } = room.getState()
  const target = notes.get(id)?.target
  const top = target && geometry ? geometry.topOf(target.start, target.end) : null
  const inSight = top === null || (top > scrollY && top < scrollY + innerHeight)
  if (inSight) room.focus(id)
  else void orNotify(room.visit(id))
}

/** Resolves an open thread, reopens a resolved one. */
export async function toggleResolution(room: RoomStore, note: AnnotationShape): Promise<void> {
  const { me } = room.getState()
  const { id } = note
  const resolution = note.resolution ? null : { at: new Date().toISOString(), by: me }
  await orNotify(
    room.change(id, { kind: 'resolution', resolution }, () =>
      room.server.resolve(id, resolution !== null),
    ),
  )
  room.recount()
}

/** Gives a reaction, or takes it back. */
export async function reactToNote(
  room: RoomStore,
  { id, reactions }: Pick<AnnotationShape, 'id' | 'reactions'>,
  emoji: string,
): Promise<void> {
  const given = !reactions.some((reaction) => reaction.mine && reaction.emoji === emoji)
  await orNotify(
    room.change(id, { kind: 'reaction', emoji, given }, () =>
      room.server.react('annotation', id, emoji, given),
    ),
  )
}

/** The reader has seen all that is in a thread. */
export async function markRead(room: RoomStore, note: AnnotationShape): Promise<void> {
  if (!note.unread || room.getState().me === null) return
  const { id, lastPostId } = note
  try {
    await room.change(id, { kind: 'read', lastReadId: lastPostId }, () =>
      room.server.markRead(id, lastPostId),
    )
    room.recount()
  } catch {
    // Not worth a word: it stays unread and is marked when seen next.
  }
}

/** The answer; null, and the reader told why, when there is none. */
export async function orNotify<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked
  } catch (error) {
    notify({ text: problemWords(error) })
    return null
  }
}

/** What to tell the reader of an error. */
export function problemWords(error: unknown): string {
  return error instanceof ApiProblem
    ? error.message
    : 'Something went wrong here. Nothing is lost; try again.'
}

function provisional(state: RoomState, id: string, note: NewNote): AnnotationShape {
  const { me, reading, group, assignment } = state
  const at = new Date().toISOString()
  const { target, body } = note
  const sectionId = target ? sectionAt(state, target.start) : (note.sectionId ?? null)
  return {
    id,
    readingId: reading.id,
    groupId: group?.id ?? null,
    assignmentId: assignment?.id ?? null,
    visibility: note.visibility,
    kind: note.kind,
    author: me,
    target: target && { ...target, prefix: '', suffix: '', revisionId: reading.revisionId },
    sectionId,
    place: {
      state: 'exact',
      similarity: null,
      revisionId: reading.revisionId,
      quote: target?.exact ?? null,
      madeOn: null,
      needsLook: false,
      placed: null,
    },
    body: body && { format: 'tiptap', ...body },
    tags: note.tags ?? [],
    version: 0,
    createdAt: at,
    editedAt: null,
    deleted: null,
    moderation: null,
    locked: false,
    resolution: null,
    replyCount: 0,
    lastPostId: id,
    lastActivityAt: at,
    reactions: [],
    unread: false,
    inDebate: false,
    can: NO_RIGHTS,
  }
}

function sectionAt({ reading }: RoomState, offset: number): string | null {
  return reading.sections.findLast(({ start }) => start <= offset)?.id ?? null
}
