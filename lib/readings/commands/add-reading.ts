import 'server-only'
import { holdPictures } from '@/lib/assets/hold-pictures'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Invalid, NotFound } from '@/lib/errors'
import { isId, newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import type { GroupFacts } from '@/lib/policy/facts'
import { authorize, requireSight } from '@/lib/policy/rules'
import type { ReadingDetails, ReadingInput } from '@/lib/readings/contract'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import { readingFor } from '@/lib/readings/queries/readings'
import { readTextApart } from '@/lib/readings/read-text-apart'
import { slugOf } from '@/lib/readings/reading'
import type { DocNode } from '@/lib/text/doc-node'
import { readingText, sectionsOf, withSectionIds } from '@/lib/text/document'

/** Adds a reading with its first revision, and places it on the shelf of a group if one is named. */
export async function addReading(actor: SignedIn, input: ReadingInput): Promise<ReadingRow> {
  const group = await shelfFor(actor, input)
  const { source, language = 'en' } = input
  const read = await readTextApart({ source, language })
  const id = await transaction((tx) => addDoc(tx, { actor, input, ...read, group }))
  return readingFor(actor, id)
}

/** The group on whose shelf a new reading will stand, or null. Throws what forbids it. */
export async function shelfFor(
  actor: SignedIn,
  { groupId, visibility }: Pick<ReadingDetails, 'groupId' | 'visibility'>,
): Promise<GroupFacts | null> {
  const group = await groupFor(actor, groupId)
  authorize(actor, 'reading.create', { group })
  if (visibility === 'group' && group === null) {
    throw new Invalid('group', 'A reading for a group needs that group: send groupId.')
  }
  return group
}

type NewReading = {
  readonly actor: SignedIn
  readonly input: ReadingDetails
  readonly doc: DocNode
  readonly words: number
  readonly group: GroupFacts | null
}

/** Stores a document in normal form as a reading; for whoever has asked shelfFor. Returns its id. */
export async function addDoc(
  tx: Db,
  { actor, input, doc: given, words, group }: NewReading,
): Promise<string> {
  const doc = withSectionIds(withoutSectionIds(given), newId)
  const id = newId()
  await storeReading(tx, { id, actor, input })
  await storeRevision(tx, { readingId: id, doc, actor, words })
  await holdPictures(tx, { actor, readingId: id, doc })
  if (group) {
    await tx.shelf.createMany({
      data: { groupId: group.id, readingId: id, addedById: actor.personId, addedAt: now() },
    })
  }
  return id
}

async function groupFor(actor: SignedIn, groupId: string | undefined): Promise<GroupFacts | null> {
  if (groupId === undefined) return null
  if (!isId(groupId)) throw new NotFound()
  return transaction(async (tx) => {
    const group = await tx.group.findUnique({
      where: { id: groupId },
      select: { id: true, kind: true, deletedAt: true },
    })
    return requireSight(actor, 'group.see', group)
  })
}

// The text may come from another reading: its sections are that reading's, not this one's.
function withoutSectionIds(doc: DocNode): DocNode {
  const content = (doc.content ?? []).map((node) =>
    node.type === 'heading' ? { ...node, attrs: { ...node.attrs, sectionId: null } } : node,
  )
  return { ...doc, content }
}

async function storeReading(
  tx: Db,
  { id, actor, input }: { id: string; actor: SignedIn; input: ReadingDetails },
): Promise<void> {
  await tx.reading.createMany({
    data: {
      id,
      slug: await freeSlug(tx, input, id),
      title: input.title.normalize('NFC'),
      genre: input.genre ?? '',
      authors: input.authors ?? [],
      language: input.language ?? 'en',
      sourceUrl: input.sourceUrl ?? null,
      licence: input.licence ?? '',
      dated: input.dated ?? '',
      direction: input.direction ?? null,
      visibility: input.visibility,
      ownerId: actor.personId,
      createdAt: now(),
    },
  })
}

// The last digits of a UUIDv7 are random: enough to tell readings of one title apart without asking again.
const DISTINCTION = 8

// Only public readings are called by their title alone: an address that is taken tells of nothing that is hidden.
async function freeSlug(
  tx: Db,
  { title, visibility }: ReadingDetails,
  id: string,
): Promise<string> {
  const slug = slugOf(title)
  const isHidden = visibility !== 'public'
  const taken =
    isHidden || slug === '' || isId(slug) || RESERVED.has(slug) || (await isTaken(tx, slug))
  return taken ? [slug, id.slice(-DISTINCTION)].filter((part) => part !== '').join('-') : slug
}

// Addresses that the pages under /readings use themselves.
const RESERVED: ReadonlySet<string> = new Set(['new'])

async function isTaken(tx: Db, slug: string): Promise<boolean> {
  return (await tx.reading.findUnique({ where: { slug }, select: { id: true } })) !== null
}

type NewRevision = {
  readonly readingId: string
  readonly doc: DocNode
  readonly actor: SignedIn
  readonly words: number
}

async function storeRevision(tx: Db, { readingId, doc, actor, words }: NewRevision): Promise<void> {
  const reading = readingText(doc)
  const { text } = reading
  if (text === '') throw new Invalid('empty-text', 'There is no text in this. Nothing was saved.')
  const id = newId()
  const sections = sectionsOf(doc, reading.blocks).map((section) => ({
    ...section,
    sectionId: section.sectionId ?? newId(),
  }))
  await tx.revision.createMany({
    data: {
      id,
      readingId,
      number: 1,
      doc,
      text,
      words,
      createdById: actor.personId,
      createdAt: now(),
    },
  })
  await tx.section.createMany({
    data: sections.map(({ sectionId }) => ({ id: sectionId, readingId })),
  })
  await tx.revisionSection.createMany({
    data: sections.map((section) => ({ revisionId: id, ...section })),
  })
  await tx.reading.update({
    where: { id: readingId },
    data: { currentRevisionId: id },
    select: { id: true },
  })
}
