import 'server-only'
import { db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { type NotificationSettings, settingsFrom } from '@/lib/notifications/contract'
import type { SignedIn } from '@/lib/policy/actor'
import { visibleTo } from '@/lib/policy/visible'

/** The reading that a section belongs to. Throws NotFound. */
export async function sectionReading(sectionId: string): Promise<string> {
  const row = await db().section.findUnique({
    where: { id: sectionId },
    select: { readingId: true },
  })
  if (!row) throw new NotFound()
  return row.readingId
}

/** Whether somebody belongs to a group of the actor. */
export async function sharesGroupWith(actor: SignedIn, personId: string): Promise<boolean> {
  const found = await db().membership.findFirst({
    where: { personId, groupId: { in: [...actor.memberships.keys()] } },
    select: { personId: true },
  })
  return found !== null
}

/** How somebody wants to be told. */
export async function notificationSettingsOf(personId: string): Promise<NotificationSettings> {
  return settingsFrom(await db().notificationSettings.findUnique({ where: { personId } }))
}

export type WatchRow = { readonly kind: string; readonly subjectId: string; readonly level: string }

/** What somebody watches or muted, the last five hundred. */
export async function watchesOf(personId: string): Promise<readonly WatchRow[]> {
  return db().watch.findMany({
    where: { personId },
    orderBy: { at: 'desc' },
    take: 500,
    select: { kind: true, subjectId: true, level: true },
  })
}

export type NamedWatch = WatchRow & {
  /** What it is called; null for what was deleted or is not seen any more. */
  readonly name: string | null
}

const NAME = 100

/** What somebody watches or muted, by its name as far as they see it. Six statements whatever their number. */
export async function namedWatches(actor: SignedIn): Promise<readonly NamedWatch[]> {
  const rows = await watchesOf(actor.personId)
  const names = await namesOf(actor, rows)
  return rows.map((row) => ({ ...row, name: names.get(row.subjectId)?.slice(0, NAME) ?? null }))
}

type Names = readonly (readonly [id: string, name: string])[]

async function namesOf(
  actor: SignedIn,
  rows: readonly WatchRow[],
): Promise<ReadonlyMap<string, string>> {
  const idsOf = (kind: string) =>
    rows.filter((row) => row.kind === kind).map(({ subjectId }) => subjectId)
  const named = await Promise.all([
    readingNames(actor, idsOf('reading')),
    sectionNames(actor, idsOf('section')),
    threadNames(actor, idsOf('thread')),
    debateNames(actor, idsOf('debate')),
    personNames(actor, idsOf('person')),
  ])
  return new Map(named.flat())
}

async function readingNames(actor: SignedIn, ids: readonly string[]): Promise<Names> {
  const rows = await db().reading.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleTo(actor).readings] },
    select: { id: true, title: true },
  })
  return rows.map(({ id, title }) => [id, title])
}

// As it is called in the last revision that it stands in.
const LAST_TITLE = {
  take: 1,
  orderBy: { revision: { number: 'desc' } },
  select: { title: true },
} as const

async function sectionNames(actor: SignedIn, ids: readonly string[]): Promise<Names> {
  const rows = await db().section.findMany({
    where: { id: { in: [...ids] }, reading: visibleTo(actor).readings },
    select: { id: true, reading: { select: { title: true } }, revisions: LAST_TITLE },
  })
  return rows.map(({ id, reading, revisions: [last] }) => [
    id,
    last?.title ? `${last.title}, in ${reading.title}` : reading.title,
  ])
}

async function threadNames(actor: SignedIn, ids: readonly string[]): Promise<Names> {
  const rows = await db().thread.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleTo(actor).threads] },
    select: {
      id: true,
      annotation: { select: { exact: true, bodyText: true } },
      claim: { select: { text: true } },
    },
  })
  return rows.map(({ id, annotation, claim }) => [
    id,
    claim?.text || annotation?.bodyText || annotation?.exact || 'A note without words',
  ])
}

async function debateNames(actor: SignedIn, ids: readonly string[]): Promise<Names> {
  const { readings, groups } = visibleTo(actor)
  const rows = await db().debate.findMany({
    where: { id: { in: [...ids] }, reading: readings, group: groups },
    select: {
      id: true,
      reading: { select: { title: true } },
      section: { select: { revisions: LAST_TITLE } },
    },
  })
  return rows.map(({ id, reading, section: { revisions } }) => [
    id,
    `${revisions[0]?.title || 'Opening'}, in ${reading.title}`,
  ])
}

async function personNames(actor: SignedIn, ids: readonly string[]): Promise<Names> {
  const groupId = { in: [...actor.memberships.keys()] }
  const rows = await db().person.findMany({
    where: { id: { in: [...ids] }, memberships: { some: { groupId } } },
    select: { id: true, name: true },
  })
  return rows.map(({ id, name }) => [id, name])
}
