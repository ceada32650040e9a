import { beforeAll, describe, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import type { AnnotationInput } from '@/lib/annotations/contract'
import type { SignedIn } from '@/lib/policy/actor'
import { readingFor } from '@/lib/readings/queries/readings'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { removeReply } from '@/lib/threads/commands/remove-reply'
import { replyToThread } from '@/lib/threads/commands/reply'
import { firstReplies } from '@/lib/threads/queries/first-replies'
import { firstNotes } from './first-notes'

let room: Classroom

beforeAll(async () => {
  room = await makeClassroom()
})

const body = { format: 'markdown' as const, value: 'A thought.' }

function note(actor: SignedIn, more: Partial<AnnotationInput> = {}) {
  const { id: readingId } = room.reading
  const draft = { readingId, groupId: room.group.id, visibility: 'group', kind: 'note' } as const
  return annotate(actor, { ...draft, body, ...more })
}

async function firstSeenBy(actor: SignedIn, each: number) {
  const reading = await readingFor(actor, room.reading.id)
  const revisionId = reading.currentRevision?.id ?? ''
  return firstNotes(
    actor,
    { readingId: reading.id, revisionId, groupId: room.group.id, reading },
    each,
  )
}

describe('the notes that stand in the page itself', () => {
  test('are so many of each section and of the whole, without bare highlights and what is private', async () => {
    const whole = await note(room.ana)
    const second = await note(room.ana)
    await note(room.ana)
    const passage = await note(room.ana, { target: { exact: 'left the yard' } })
    await note(room.ana, { kind: 'highlight', body: undefined, target: { exact: 'left the yard' } })
    const own = await note(room.ben, { visibility: 'private', target: { exact: 'left the yard' } })
    expect((await firstSeenBy(room.ana, 2)).map(({ id }) => id)).toEqual([
      whole.id,
      second.id,
      passage.id,
    ])
    expect((await firstSeenBy(room.ben, 2)).map(({ id }) => id)).toContain(own.id)
  })

  test('come with so many replies each, none that was deleted', async () => {
    const { id } = await note(room.ana, { target: { exact: 'left the yard' } })
    const say = (words: string) => replyToThread(room.ben, id, { body: { ...body, value: words } })
    const gone = await say('one')
    await say('two')
    await say('three')
    await say('four')
    await removeReply(room.ben, gone.id)
    const rows = (await firstSeenBy(room.ana, 20)).filter((row) => row.id === id)
    const shown = await firstReplies(room.ana, rows, 2)
    expect(shown.map(({ bodyText }) => bodyText)).toEqual(['two', 'three'])
  })
})
