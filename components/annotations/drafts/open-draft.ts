import type { Draft } from '@/components/editor/draft-shape'
import { forgetDraft, keepDraft } from '@/components/editor/drafts'
import { noteAbout, noteDraftKey, postElsewhere } from '@/components/room/room-drafts'
import type { Passage, RoomState } from '@/components/room/state'
import type { RoomStore } from '@/components/room/store'
import { passageNow } from './passage-now'

/** Leads back to where a draft was written. False: what it was written for is no longer there; asked again, a note is made of it. */
export async function openDraft(room: RoomStore, key: string, draft: Draft): Promise<boolean> {
  const { about } = draft
  // A claim is written on its debate's page, which its address leads to.
  if (!about || about.what === 'claim') return false
  if (about.what === 'note') {
    await openNoteDraft(room, key, draft)
    return true
  }
  if (stranded.has(key)) {
    stranded.delete(key)
    await postElsewhere(room, about.threadId, draft)
    await forgetDraft(key)
    return true
  }
  try {
    await room.visit(about.threadId)
    return true
  } catch {
    stranded.add(key)
    return false
  }
}

const stranded = new Set<string>()

/** Opens the composer on the passage as it stands now; where it is gone, on its section or the whole reading. */
async function openNoteDraft(room: RoomStore, key: string, draft: Draft): Promise<void> {
  const state = room.getState()
  const about = draft.about?.what === 'note' ? draft.about : null
  const target = about?.target ? targetNow(state, about.target, about.revisionId) : null
  const sectionId = target ? null : (about?.sectionId ?? null)
  const place = { target, sectionId }
  const now = noteDraftKey(state, place)
  if (now !== key) {
    await keepDraft(now, { ...draft, about: noteAbout(state, place) })
    await forgetDraft(key)
  }
  if (target) state.geometry?.reveal(target.start, target.end)
  else if (sectionId === null) room.showPanel({ on: 'reading' })
  else room.showPanel({ on: 'section', sectionId })
  room.compose({ ...place, kind: draft.kind ?? 'note' })
}

function targetNow(
  { reading, geometry }: RoomState,
  target: Passage,
  revisionId: string,
): Passage | null {
  if (revisionId === reading.revisionId) return target
  const end = reading.sections.at(-1)?.end ?? 0
  return passageNow(geometry?.textOf(0, end) ?? '', target)
}
