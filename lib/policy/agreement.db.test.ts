import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { find } from '@/lib/testing/agreement-rows'
import { type AgreementWorld, makeAgreementWorld } from '@/lib/testing/agreement-world'
import { type Actor, ANONYMOUS, type GroupRole, type SignedIn } from './actor'
import type { Term, Word } from './condition'
import { holds } from './holds'
import * as sight from './sight'
import { sqlOf } from './sql'
import { TABLES, type TableName } from './tables'
import { type Filter, whereOf } from './where'

// The law of the policy room: of every rule and every condition that its words can make, the three interpreters say the same, for
// every actor and every row of a generated world. And it has teeth: with any word turned round in one interpreter it fails.

const RULES: readonly (readonly [name: string, table: TableName, rule: { readonly term: Term }])[] =
  [
    ['group', 'groups', sight.group],
    ['groupOfWriter', 'groups', sight.groupOfWriter],
    ['groupOfLeader', 'groups', sight.groupOfLeader],
    ['reading', 'readings', sight.reading],
    ['asset', 'assets', sight.asset],
    ['own (import)', 'imports', sight.own],
    ['own (notification)', 'notifications', sight.own],
    ['note', 'annotations', sight.note],
    ['noteOnSeenReading', 'annotations', sight.noteOnSeenReading],
    ['listedNote', 'annotations', sight.listedNote],
    ['keptNote', 'annotations', sight.keptNote],
    ['placeableNote', 'annotations', sight.placeableNote],
    ['assignment', 'assignments', sight.assignment],
    ['liftedPseudonym', 'pseudonyms', sight.liftedPseudonym],
    ['debate', 'debates', sight.debate],
    ['claim', 'claims', sight.claim],
    ['thread', 'threads', sight.thread],
    ['reply', 'replies', sight.reply],
    ['keptReply', 'replies', sight.keptReply],
    ['replyOnSeenNote', 'replies', sight.replyOnSeenNote],
  ]

let world: AgreementWorld
let actors: readonly Actor[]

beforeAll(async () => {
  world = await makeAgreementWorld()
  actors = [ANONYMOUS, ...fc.sample(anyPerson(), { numRuns: 16, seed: 7 })]
})

const ROLES: readonly GroupRole[] = ['owner', 'instructor', 'moderator', 'member', 'guest']

// Somebody of the world, or a stranger, in any groups with any roles, from whom anything may be withheld.
function anyPerson(): fc.Arbitrary<SignedIn> {
  const pairs = <K, V>(keys: readonly K[], value: fc.Arbitrary<V>) =>
    fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), value), { selector: ([key]) => key })
  const sections = fc.uniqueArray(fc.constantFrom(...world.sectionIds, null), { minLength: 1 })
  return fc
    .record({
      personId: fc.constantFrom(...world.personIds, world.strangerId),
      memberships: pairs(world.groupIds, fc.constantFrom(...ROLES)),
      sections: pairs(world.assignmentIds, sections),
      circles: pairs(world.assignmentIds, fc.constantFrom(...world.circleIds, null)),
    })
    .map(({ personId, memberships, sections, circles }) => ({
      kind: 'signed-in' as const,
      personId,
      name: 'Somebody',
      adminSince: null,
      memberships: new Map(memberships),
      withheld: {
        sections: new Map(sections.map(([id, some]) => [id, new Set(some)])),
        circles: new Map(circles),
      },
      scopes: ['read', 'write'] as const,
    }))
}

type Reading = (actor: Actor, term: Term, table: TableName) => Promise<readonly string[]>

const IN_MEMORY: Reading = async (actor, term, table) => {
  const rows = await find(table, { where: {}, select: factsIn(term, table) })
  return rows.filter((row) => holds<unknown>(actor, { term }, row)).map(({ id }) => id)
}

const BY_PRISMA: Reading = async (actor, term, table) => {
  const rows = await find(table, { where: { AND: [whereOf(actor, { term }, table)] }, select: {} })
  return rows.map(({ id }) => id)
}

const IN_SQL: Reading = async (actor, term, table) => {
  const condition = sqlOf(actor, { term }, { table, as: 'x' })
  const rows = await db().$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT x.id FROM ${Prisma.raw(table)} x WHERE ${condition}`,
  )
  return rows.map(({ id }) => id)
}

// As the lists ask: with threads and groups joined, and not searched for.
const IN_JOINED_SQL: Reading = async (actor, term, table) => {
  if (table !== 'annotations') return IN_SQL(actor, term, table)
  const joined = { thread: 't', group: 'g', reading: 'r' }
  const condition = sqlOf(actor, { term }, { table, as: 'a', joined })
  const rows = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT a.id FROM annotations a JOIN threads t ON t.id = a.id
      JOIN readings r ON r.id = a.reading_id LEFT JOIN groups g ON g.id = a.group_id
    WHERE ${condition}`)
  return rows.map(({ id }) => id)
}

const READINGS = { IN_MEMORY, BY_PRISMA, IN_SQL, IN_JOINED_SQL }

type Ask = { readonly actor: Actor; readonly term: Term; readonly table: TableName }

async function agree({ actor, term, table }: Ask, told = READINGS): Promise<boolean> {
  const said = await Promise.all(Object.values(told).map((each) => each(actor, term, table)))
  const [first, ...others] = said.map((ids) => [...ids].sort().join())
  return others.every((other) => other === first)
}

describe('the three readings of a condition agree', () => {
  test.each(RULES)('on the rule %s, for every actor', async (_, table, { term }) => {
    const seen = new Set<number>()
    for (const actor of actors) {
      expect(await agree({ actor, term, table })).toBe(true)
      seen.add((await IN_MEMORY(actor, term, table)).length)
    }
    // A rule that shows everybody the same would prove nothing.
    expect(seen.size).toBeGreaterThan(1)
  })

  test('on whatever the words can say', async () => {
    const asks = fc.record({ actor: fc.constantFrom(...actors), ask: anyTerm() })
    await fc.assert(
      fc.asyncProperty(asks, async ({ actor, ask: [table, term] }) => {
        expect(await agree({ actor, term, table })).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

const WORDS = [
  'all',
  'any',
  'not',
  'is',
  'unset',
  'mine',
  'memberOf',
  'withheld',
  'at',
] as const satisfies readonly Word[]

describe('the law fails when one interpreter turns a word round', () => {
  const cases = WORDS.flatMap((word) =>
    (['IN_MEMORY', 'BY_PRISMA', 'IN_SQL'] as const).map((who) => ({ word, who })),
  )
  test.each(cases)('$word, $who', async ({ word, who }) => {
    const turned: Reading = (actor, term, table) => READINGS[who](actor, turn(term, word), table)
    const told = { ...READINGS, [who]: turned }
    for (const actor of actors) {
      if (!(await agree({ actor, term: sight.note.term, table: 'annotations' }, told))) return
    }
    expect.fail(`nobody noticed that "${word}" means its contrary`)
  })
})

// The term with every use of the word meaning its contrary.
function turn(term: Term, word: Word): Term {
  const inner = inside(term, (each) => turn(each, word))
  if (term.word !== word) return inner
  return inner.word === 'not' ? inner.of : { word: 'not', of: inner }
}

function inside(term: Term, change: (term: Term) => Term): Term {
  if (term.word === 'all' || term.word === 'any') return { ...term, of: term.of.map(change) }
  return term.word === 'not' || term.word === 'at' ? { ...term, of: change(term.of) } : term
}

// Terms that the tables of the world can answer, as deep as three relations.

const SUBJECTS = [
  'annotations',
  'assignments',
  'readings',
  'groups',
  'replies',
  'debates',
  'assets',
] as const

const VALUES: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  'annotations.visibility': ['private', 'group', 'public'],
  'readings.visibility': ['private', 'group', 'public'],
  'groups.kind': ['team', 'course', 'public'],
  'threads.replyCount': [0, 1, 2],
  'replies.inDebate': [true, false],
}
const OF_PEOPLE = /^(authorId|ownerId|personId)$/
const OF_GROUPS = /^(groups\.id|annotations\.groupId)$/

function anyTerm(): fc.Arbitrary<readonly [TableName, Term]> {
  return fc
    .constantFrom(...SUBJECTS)
    .chain((table) => fc.tuple(fc.constant(table), termAbout(table, 4)))
}

function termAbout(table: TableName, depth: number): fc.Arbitrary<Term> {
  const leaves = leavesOf(table)
  if (depth === 0) return leaves
  const inner = fc.constant(null).chain(() => termAbout(table, depth - 1))
  const some = fc.array(inner, { maxLength: 3 })
  return fc.oneof(
    leaves,
    some.map((of): Term => ({ word: 'all', of })),
    some.map((of): Term => ({ word: 'any', of })),
    inner.map((of): Term => ({ word: 'not', of })),
    ...Object.entries(TABLES[table].relations).map(([relation, { table: there }]) =>
      fc
        .constant(null)
        .chain(() => termAbout(there, depth - 1))
        .map((of): Term => ({ word: 'at', relation, of })),
    ),
  )
}

function leavesOf(table: TableName): fc.Arbitrary<Term> {
  const always: Term = { word: 'all', of: [] }
  const about = Object.keys(TABLES[table].columns).flatMap((field): fc.Arbitrary<Term>[] => {
    const unset: Term = { word: 'unset', field }
    const values = VALUES[`${table}.${field}`]
    return [
      fc.constant(unset),
      ...(values
        ? [fc.constantFrom(...values).map((value): Term => ({ word: 'is', field, value }))]
        : []),
      ...(OF_PEOPLE.test(field) ? [fc.constant<Term>({ word: 'mine', field })] : []),
      ...(OF_GROUPS.test(`${table}.${field}`)
        ? [fc.constantFrom(...ROLES).map((least): Term => ({ word: 'memberOf', field, least }))]
        : []),
    ]
  })
  const withheld: Term = {
    word: 'withheld',
    assignment: 'assignmentId',
    section: 'homeSectionId',
    circle: 'circleId',
  }
  return fc.oneof(
    fc.constant(always),
    ...about,
    ...(table === 'annotations' ? [fc.constant(withheld)] : []),
  )
}

// The facts that a term asks of a row, as Prisma selects them.
function factsIn(term: Term, table: TableName): Filter {
  switch (term.word) {
    case 'all':
    case 'any':
      return term.of.map((each) => factsIn(each, table)).reduce(merged, {})
    case 'not':
      return factsIn(term.of, table)
    case 'withheld':
      return { [term.assignment]: true, [term.section]: true, [term.circle]: true }
    case 'at': {
      const there = TABLES[table].relations[term.relation]?.table
      const end = there ? factsIn(term.of, there) : {}
      const key = there === 'shelves' ? 'groupId' : there?.startsWith('asset_') ? 'assetId' : 'id'
      return { [term.relation]: { select: { ...end, [key]: true } } }
    }
    default:
      return { [term.field]: true }
  }
}

function merged(one: Filter, other: Filter): Filter {
  const both = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const known = both[key]
    both[key] = isFilter(known) && isFilter(value) ? merged(known, value) : value
  }
  return both
}

function isFilter(value: unknown): value is Filter {
  return typeof value === 'object' && value !== null
}
