// The world that is measured: the demo's article on the shelf of one group, people who write in it, and as many annotations as asked.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sealSession, sessionCookieName } from '@/lib/auth/cookie'
import { hashSecret, newSecret } from '@/lib/auth/tokens'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { groupWith } from '@/lib/testing/factories/group-with'
import { type MadeReading, makeReading } from '@/lib/testing/factories/reading'
import { describe } from '@/lib/text/selectors'
import { projectFolder } from '@/scripts/project.mjs'
import { randomSpans, type Span } from './spans'

export type World = {
  readonly reading: MadeReading
  readonly groupId: string
  readonly people: readonly SignedIn[]
  /** An API token of the first person. */
  readonly token: string
}

/** The article as it is stored in the project. */
export function article(): string {
  return readFileSync(join(projectFolder, 'prisma', 'seed', 'article.md'), 'utf8')
}

const WRITERS = 24

/** One more reading of the same article, on the same shelf, on which nothing is written. */
export async function makeEmptyReading({ groupId, people }: World): Promise<MadeReading> {
  const ownerId = people[0]?.personId ?? ''
  return makeReading({ ownerId, groupIds: [groupId], markdown: article(), title: 'The article' })
}

/** The cookie of a browser that the second person of the world is signed in with. */
export async function signIn({ people }: World, url: string) {
  const personId = people[1]?.personId ?? ''
  const id = newId()
  const at = new Date()
  const expiresAt = new Date(at.getTime() + 3_600_000)
  const times = { createdAt: at, lastUsedAt: at, expiresAt }
  await db().session.create({ data: { id, personId, userAgent: 'bench', address: '', ...times } })
  return { name: sessionCookieName(), value: await sealSession(id, personId), url }
}

/** A group of 25 people with the article on its shelf. */
export async function makeWorld(): Promise<World> {
  const { groupId, people } = await groupWith(Array.from({ length: WRITERS }, () => 'member'))
  const [owner] = people
  if (!owner) throw new Error('a group has an owner')
  const reading = await makeReading({
    ownerId: owner.personId,
    groupIds: [groupId],
    markdown: article(),
    title: 'The article',
  })
  return { reading, groupId, people, token: await makeToken(owner.personId) }
}

async function makeToken(personId: string): Promise<string> {
  const token = newSecret()
  const at = new Date()
  await db().apiToken.create({
    data: {
      id: newId(),
      personId,
      name: 'bench',
      hash: hashSecret(token),
      scopes: ['read', 'write'],
      createdAt: at,
      lastUsedAt: at,
    },
  })
  return token
}

const ROWS_AT_ONCE = 1_000

/** Adds annotations at random passages, by the people in turn, straight into the database. Answers with where they lie. */
export async function addAnnotations(world: World, count: number, seed: number): Promise<Span[]> {
  const spans = randomSpans(world.reading.text, count, seed)
  const sections = await db().revisionSection.findMany({
    where: { revisionId: world.reading.revisionId },
  })
  const sectionOf = ({ start }: Span) =>
    sections.find((section) => section.start <= start && start < section.end)?.sectionId ?? null
  const rows = spans.map((span, n) => ({
    ...annotation(world, span, n),
    sectionId: sectionOf(span),
    homeSectionId: sectionOf(span),
  }))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    await db().thread.createMany({ data: some.map(threadOf) })
    await db().annotation.createMany({ data: some })
  }
  await db().$executeRaw`ANALYZE`
  return spans
}

const KINDS = ['note', 'question', 'support', 'oppose', 'nuance'] as const

function annotation({ reading, groupId, people }: World, span: Span, n: number) {
  const words = `Note ${n}: this claim deserves a source, and a second reading of what it leaves out.`
  return {
    id: newId(),
    readingId: reading.id,
    groupId,
    authorId: people[n % people.length]?.personId ?? '',
    kind: KINDS[n % KINDS.length] ?? 'note',
    visibility: 'group' as const,
    revisionId: reading.revisionId,
    ...span,
    ...describe(reading.text, span.start, span.end),
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    },
    bodyText: words,
    tags: [],
    createdAt: new Date(),
  }
}

function threadOf({ id, readingId, groupId, createdAt }: ReturnType<typeof annotation>) {
  return { id, readingId, groupId, lastPostId: id, lastActivityAt: createdAt }
}
