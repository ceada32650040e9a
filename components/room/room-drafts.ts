// Where drafts of this page are kept, and how what could not be sent becomes a draft again.

import type { Draft, DraftAbout } from '@/components/editor/draft-shape'
import { draftKey, forgetDraft, keepDraft } from '@/components/editor/drafts'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { tagsWritten } from '@/lib/annotations/tags'
import type { ReplyShape } from '@/lib/threads/contract/threads'
import { withdraw } from './note-commands'
import { withdrawReply } from './reply-commands'
import type { Passage, Pending, RoomState } from './state'
import type { RoomStore } from './store'

type Writer = Pick<RoomState, 'me' | 'reading' | 'group' | 'assignment'>

/** The beginning of the keys of all drafts of this person at this reading. */
export function draftsPrefix({ me, reading }: Writer): string {
  return `${draftKey(me?.id ?? '', [reading.id])}/`
}

/** The key of a new note. */
export function noteDraftKey(
  { me, reading, group, assignment }: Writer,
  { target, sectionId }: Pick<Pending, 'target' | 'sectionId'>,
): string {
  const place = target ? `${target.start}-${target.end}` : (sectionId ?? 'reading')
  return draftKey(me?.id ?? '', [reading.id, assignment?.id ?? group?.id ?? null, place])
}

/** The key of a reply to a thread, or to a reply in it. */
export function replyDraftKey(
  { me, reading, group, assignment }: Writer,
  threadId: string,
  parentId: string | null,
) {
  return draftKey(me?.id ?? '', [
    reading.id,
    assignment?.id ?? group?.id ?? null,
    threadId,
    parentId,
  ])
}

/** The key of the edit of a note or reply. */
export function editDraftKey({ me, reading, group, assignment }: Writer, postId: string): string {
  return draftKey(me?.id ?? '', [reading.id, assignment?.id ?? group?.id ?? null, postId, 'edit'])
}

/** What a draft of a new note is of. */
export function noteAbout(
  { reading }: Writer,
  { target, sectionId }: Pick<Pending, 'target' | 'sectionId'>,
): DraftAbout {
  return { what: 'note', target: bare(target), revisionId: reading.revisionId, sectionId }
}

/** What a draft of a reply is of. */
export function replyAbout(
  { notes }: Pick<RoomState, 'notes'>,
  { threadId, parentId, to }: { threadId: string; parentId: string | null; to: string },
): DraftAbout {
  const note = notes.get(threadId)
  const sectionId = note?.sectionId ?? null
  return { what: 'reply', threadId, parentId, to, target: bare(note?.target ?? null), sectionId }
}

/** Takes a note that could not be sent back into the composer. */
export async function mendNote(room: RoomStore, id: string): Promise<void> {
  const note = room.getState().notes.get(id)
  if (!note) return
  const { kind, sectionId } = note
  const place = { target: bare(note.target), sectionId: note.target ? null : sectionId }
  const about = noteAbout(room.getState(), place)
  await keepDraft(noteDraftKey(room.getState(), place), { ...draftOf(note), about })
  withdraw(room, id)
  room.compose({ ...place, kind })
}

/** Takes a reply that could not be sent back into its box. */
export async function mendReply(room: RoomStore, reply: ReplyShape, to: string): Promise<void> {
  const { threadId, parentId, body } = reply
  const key = replyDraftKey(room.getState(), threadId, parentId)
  const about = replyAbout(room.getState(), { threadId, parentId, to })
  await keepDraft(key, { doc: body?.value ?? null, text: body?.text ?? '', about, at: now() })
  withdrawReply(room, reply)
}

/** Takes the words of a reply that cannot be posted into a new note, on the passage that its thread stood on where that is known. */
export async function postElsewhere(
  room: RoomStore,
  threadId: string,
  draft: Draft,
): Promise<void> {
  const state = room.getState()
  const about = draft.about?.what === 'reply' ? draft.about : null
  const note = state.notes.get(threadId)
  const target = bare(note?.target ?? about?.target ?? null)
  const sectionId = target ? null : (note?.sectionId ?? about?.sectionId ?? null)
  const place = { target, sectionId }
  const { doc, text } = draft
  await keepDraft(noteDraftKey(state, place), {
    doc,
    text,
    about: noteAbout(state, place),
    at: now(),
  })
  await forgetDraft(replyDraftKey(state, threadId, about?.parentId ?? null))
  room.compose({ ...place, kind: 'note' })
}

function draftOf({ body, kind, visibility, tags }: AnnotationShape): Draft {
  const words = { doc: body?.value ?? null, text: body?.text ?? '' }
  return { ...words, kind, visibility, tags: tagsWritten(tags), at: now() }
}

function bare(target: Passage | null): Passage | null {
  return target && { start: target.start, end: target.end, exact: target.exact }
}

function now(): string {
  return new Date().toISOString()
}
