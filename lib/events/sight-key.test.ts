import { expect, test } from 'vitest'
import { newId } from '@/lib/ids'
import {
  ANONYMOUS,
  NOTHING_WITHHELD,
  SESSION_SCOPES,
  type SignedIn,
  type Withheld,
} from '@/lib/policy/actor'
import { idsIn, sightKey } from './sight-key'

const [author, reader, other, group, elsewhere] = [newId(), newId(), newId(), newId(), newId()]
const [assignment, section] = [newId(), newId()]
const ids = idsIn({
  rows: new Map([[newId(), { authorId: author, at: new Date() }]]),
  group: [group],
  assignment,
  section,
})

function person(personId: string, change: Partial<SignedIn> = {}): SignedIn {
  const facts = { adminSince: null, memberships: new Map(), withheld: NOTHING_WITHHELD }
  return {
    kind: 'signed-in',
    personId,
    name: personId,
    scopes: SESSION_SCOPES,
    ...facts,
    ...change,
  }
}

const member = (personId: string, role: 'member' | 'moderator' = 'member', more: string[] = []) =>
  person(personId, {
    memberships: new Map([[group, role], ...more.map((id) => [id, 'owner'] as const)]),
  })

const key = (actor: SignedIn | typeof ANONYMOUS) => sightKey(actor, ids)

test('readers who differ only in what the facts do not name are told the same', () => {
  expect(key(member(reader))).toBe(key(member(other)))
  expect(key(member(reader))).toBe(key(member(other, 'member', [elsewhere])))
  expect(key(person(reader))).toBe(key(person(other)))
  const sections = new Map([[elsewhere, new Set([section])]])
  const elsewhereWithheld = { ...NOTHING_WITHHELD, sections }
  expect(key(member(reader))).toBe(key({ ...member(other), withheld: elsewhereWithheld }))
})

function withholding(some: Partial<Withheld>): SignedIn {
  return { ...member(other), withheld: { ...NOTHING_WITHHELD, ...some } }
}

test.each([
  ['whoever the facts name', member(author)],
  ['another role', member(other, 'moderator')],
  ['no membership', person(other)],
  ['an administrator', { ...member(other), adminSince: new Date() }],
  [
    'from whom this section is withheld, among others',
    withholding({ sections: new Map([[assignment, new Set([section, elsewhere])]]) }),
  ],
  [
    'who sees the notes of another circle',
    withholding({ circles: new Map([[assignment, other]]) }),
  ],
  ['who is in no circle', withholding({ circles: new Map([[assignment, null]]) })],
  ['fewer scopes', { ...member(other), scopes: ['read' as const] }],
  ['nobody signed in', ANONYMOUS],
])('is told apart: %s', (_, actor) => {
  expect(key(actor)).not.toBe(key(member(reader)))
})
