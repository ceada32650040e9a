import { type FormerPlace, moveToSection, undoMove } from '@/lib/annotations/commands/move'
import { db } from '@/lib/db/client'
import { decideItem } from '@/lib/moderation/commands/decide'
import { flagPost } from '@/lib/moderation/commands/flag'
import { undoDecision } from '@/lib/moderation/commands/undo'
import { lockThread, unlockThread } from '@/lib/threads/commands/lock'
import { removeReply } from '@/lib/threads/commands/remove-reply'
import type { DebatingClass } from './factories/debate'

// What the review desk does to a note, for the law of the live line.

export type World = { readonly note: string; readonly replyTo: string }
export type Row = {
  /** What is so before the page is opened. */
  readonly before?: (world: World) => Promise<unknown>
  readonly run: (world: World) => Promise<unknown>
}

/** A row for each command of the desk that changes what people see live. */
export function decisionRows(room: () => DebatingClass): Record<string, Row> {
  let decisionId = ''
  let formerPlace: FormerPlace | null = null
  const hide = async (note: string) => {
    decisionId = (await decided(room(), note, 'hide')).id
  }
  return {
    'decideItem: hide, with a reply': { run: ({ note }) => hide(note) },
    'decideItem: hide, without': {
      before: ({ replyTo }) => removeReply(room().ben, replyTo),
      run: ({ note }) => hide(note),
    },
    'decideItem: resolve': { run: ({ note }) => decided(room(), note, 'resolve') },
    'undoDecision: hide': {
      before: ({ note }) => hide(note),
      run: () => undoDecision(room().moderator, decisionId),
    },
    lockThread: { run: ({ note }) => lockThread(room().moderator, note) },
    unlockThread: {
      before: ({ note }) => lockThread(room().moderator, note),
      run: ({ note }) => unlockThread(room().moderator, note),
    },
    moveToSection: { run: ({ note }) => moved(room(), note) },
    undoMove: {
      before: async ({ note }) => {
        formerPlace = await moved(room(), note)
      },
      run: async ({ note }) => formerPlace && undoMove(room().moderator, note, formerPlace),
    },
  }
}

async function decided({ ben, moderator }: DebatingClass, id: string, kind: 'hide' | 'resolve') {
  await flagPost(ben, { subject: { kind: 'annotation', id }, reason: 'spam', words: '' })
  const item = await db().reviewItem.findFirstOrThrow({ where: { subjectId: id, state: 'open' } })
  return decideItem(moderator, { id: item.id, version: item.version, kind, words: '' })
}

async function moved({ reading, moderator }: DebatingClass, note: string) {
  const { sectionId } = await db().revisionSection.findFirstOrThrow({
    where: { revision: { currentOf: { id: reading.id } }, title: 'What was counted' },
  })
  return moveToSection(moderator, note, sectionId)
}
