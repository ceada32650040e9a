import { annotate } from '@/lib/annotations/commands/annotate'
import { presentAnnotation } from '@/lib/annotations/present'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import { decideItem } from '@/lib/moderation/commands/decide'
import { flagPost } from '@/lib/moderation/commands/flag'
import type { DecisionInput, QueueQuery } from '@/lib/moderation/contract/review'
import type { DecisionRow } from '@/lib/moderation/queries/decisions'
import { queueOf } from '@/lib/moderation/queries/items'
import type { SignedIn } from '@/lib/policy/actor'
import { type DebatingClass, makeDebatingClass } from './debate'
import { joining, makePerson } from './person'

/** A class with an owner above its moderator, and a note of Ana's that somebody may report. */
export type Desk = DebatingClass & { readonly owner: SignedIn; readonly note: string }

const md = (value: string) => ({ format: 'markdown' as const, value })

/** Makes the class, the owner and the note. */
export async function makeDesk(): Promise<Desk> {
  const room = await makeDebatingClass()
  const owner = await joining(await makePerson({ name: 'Olga' }), room.group.id, 'owner')
  return { ...room, owner, note: await noteBy(room, room.ana, 'Off the point.') }
}

/** A note of the group on a passage of its reading. */
export async function noteBy(
  { reading, group }: DebatingClass,
  author: SignedIn,
  words: string,
): Promise<string> {
  const { id } = await annotate(author, {
    readingId: reading.id,
    groupId: group.id,
    visibility: 'group',
    kind: 'note',
    target: { exact: 'Twelve wagons' },
    body: md(words),
  })
  return id
}

/** What waits in the group, as somebody sees it. */
export function queueFor({ group }: Desk, actor: SignedIn, query: Partial<QueueQuery> = {}) {
  return queueOf(actor, { id: group.id, state: 'open', limit: 50, ...query }, new Date())
}

/** The item of a note that Ben, or somebody else, has reported. */
export async function flagged(
  desk: Desk,
  id: string = desk.note,
  { by = desk.ben, reason = 'spam' }: { by?: SignedIn; reason?: 'spam' | 'harassment' } = {},
) {
  await flagPost(by, { subject: { kind: 'annotation', id }, reason, words: 'Look.' })
  const { items } = await queueFor(desk, desk.owner)
  const found = items.find(({ row }) => row.subjectId === id)
  if (!found) throw new Error('it is not in the queue')
  return found.row
}

/** What the moderator decides of the note, once it was reported. */
export async function decided(
  desk: Desk,
  kind: DecisionInput['kind'],
  more: Partial<DecisionInput> = {},
): Promise<DecisionRow> {
  const { id, version } = await flagged(desk)
  return decideItem(desk.moderator, { version, kind, words: 'So.', ...more, id })
}

/** The note as somebody sees it. Throws NotFound. */
export async function noteFor(desk: Desk, actor: SignedIn) {
  return presentAnnotation(actor, await annotationFor(actor, desk.note))
}
