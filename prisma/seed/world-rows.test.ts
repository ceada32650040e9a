import { describe, expect, test } from 'vitest'
import { NOTHING_WITHHELD, type SignedIn } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import { worldRows } from './world-rows'

const NOW = new Date('2026-05-20T10:00:00Z')

describe('the rows of the demo world', () => {
  const rows = worldRows(NOW, 'hash')

  test('have ids in the order of their times, in threads and in the whole world', () => {
    const made = rows.threads.flatMap(({ annotation, replies }) => [annotation, ...replies])
    const times = made
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ createdAt }) => new Date(createdAt).getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length)
  })

  test('lie in the past, the latest of them within the last quarter of an hour', () => {
    const latest = rows.threads.map(({ thread }) => Number(thread.lastActivityAt))
    expect(Math.max(...latest)).toBeLessThan(NOW.getTime())
    expect(Math.max(...latest)).toBeGreaterThan(NOW.getTime() - 15 * 60_000)
  })

  test('come after what they answer', () => {
    for (const { annotation, replies } of rows.threads) {
      const madeAt = timesOf([annotation, ...replies])
      for (const { parentId, createdAt } of replies) {
        expect(Number(createdAt)).toBeGreaterThan(madeAt.get(parentId ?? annotation.id) ?? NaN)
      }
    }
  })

  test('were edited, deleted and resolved after they were written', () => {
    const madeAt = timesOf(
      rows.threads.flatMap(({ annotation, replies }) => [annotation, ...replies]),
    )
    const later = rows.threads.flatMap(({ thread, replies, edits }) => [
      ...edits.map(({ postId, replacedAt }) => ({ id: postId, at: replacedAt })),
      ...replies.map(({ id, deletedAt }) => ({ id, at: deletedAt })),
      { id: thread.id, at: thread.resolvedAt },
    ])
    const touched = later.filter(({ at }) => at)
    expect(touched.length).toBeGreaterThan(3)
    for (const { id, at } of touched) {
      expect(Number(at)).toBeGreaterThan(madeAt.get(id) ?? NaN)
      expect(Number(at)).toBeLessThan(NOW.getTime())
    }
  })

  test('count the replies that stand and name the last of them', () => {
    for (const { thread, replies, annotation } of rows.threads) {
      const standing = replies.filter(({ deletedAt }) => !deletedAt).map(({ id }) => id)
      expect(thread.replyCount).toBe(standing.length)
      expect(thread.lastPostId).toBe([annotation.id, ...standing].toSorted().at(-1))
    }
  })

  test('carry mentions as nodes that hold the id of the person', () => {
    const ids = new Set(rows.people.map(({ id }) => id))
    const bodies = rows.threads
      .flatMap(({ annotation, replies }) => [annotation, ...replies])
      .map(({ body }) => JSON.stringify(body))
    const mentioned = bodies.flatMap((body) => [
      ...body.matchAll(/"mention","attrs":\{"id":"([^"]+)"/g),
    ])
    expect(mentioned.length).toBeGreaterThan(5)
    for (const [, id = ''] of mentioned) expect(ids).toContain(id)
    expect(bodies.join('')).not.toMatch(/person:|[\uE000\uE001]/)
  })

  test('let their authors do what they did', () => {
    const kinds = new Map(rows.groups.map(({ id, kind }) => [id, kind]))
    for (const { annotation, thread } of rows.threads) {
      const groupId = annotation.groupId ?? ''
      const group = { id: groupId, kind: kinds.get(groupId) ?? 'team', deletedAt: null }
      const reading = {
        ownerId: '',
        visibility: 'public',
        deletedAt: null,
        shelves: [{ group }],
      } as const
      const author = memberOf(annotation.authorId, rows)
      const plan = { reading, group, visibility: annotation.visibility }
      expect(can(author, 'annotation.create', plan)).toBe(true)
      expect(thread.id).toBe(annotation.id)
    }
  })
})

type Made = { readonly id: string; readonly createdAt: Date | string }

function timesOf(posts: readonly Made[]): ReadonlyMap<string, number> {
  return new Map(posts.map(({ id, createdAt }) => [id, Number(createdAt)]))
}

function memberOf(personId: string, { memberships }: ReturnType<typeof worldRows>): SignedIn {
  const own = memberships.filter((membership) => membership.personId === personId)
  return {
    kind: 'signed-in',
    personId,
    name: '',
    adminSince: null,
    memberships: new Map(own.map(({ groupId, role }) => [groupId, role])),
    withheld: NOTHING_WITHHELD,
    scopes: ['read', 'write'],
  }
}
