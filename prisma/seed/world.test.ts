import { describe, expect, test } from 'vitest'
import type { Member } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import { locate } from '@/lib/text/selectors'
import { GROUP_KEYS, GROUPS, membersOf } from './groups'
import { mentionedIn } from './mention'
import type { DemoNote, DemoReply } from './note'
import { repliesUnder } from './note'
import { ADMINISTRATOR, isPersonKey, PERSON_KEYS, type PersonKey } from './people'
import { lastReadBy, readersOf } from './read-marks'
import { demoText } from './reading-rows'
import { READINGS } from './readings'
import { LAST_READ, SHELVES, STOPPED_AT } from './world'
import { worldRows } from './world-rows'

const texts = { article: demoText('article'), liberty: demoText('liberty') }
const NOW = new Date('2026-05-20T10:00:00Z')

type Post = DemoNote | DemoReply

function postsOf(note: DemoNote): readonly Post[] {
  return [note, ...repliesUnder(note.replies)]
}

const everyNote = SHELVES.flatMap(({ group, reading, notes }) =>
  notes.map((note) => ({ group, reading, note, name: `${group}: ${note.by}, ${nameOf(note)}` })),
)

function nameOf({ target }: DemoNote): string {
  if (target.on === 'passage') return `“${target.exact.slice(0, 50)}”`
  return target.on === 'section' ? target.title : 'the whole reading'
}

describe.each(everyNote)('$name', ({ group, reading, note }) => {
  const { text, sections } = texts[reading]

  test('stands on words that are in the text exactly once', () => {
    const { target } = note
    if (target.on === 'passage') expect(locate(text, target)).toMatchObject({ kind: 'found' })
    if (target.on === 'section') expect(sections.map(({ title }) => title)).toContain(target.title)
  })

  test('stands on a shelf that its reading is on, after it was placed there', () => {
    const shelf = READINGS[reading].shelves.find((one) => one.group === group)
    for (const { ago } of postsOf(note)) expect(ago).toBeLessThan((shelf?.ago ?? 0) * 24 * 60)
  })

  test('is written, answered and resolved by people who may write in the group', () => {
    const people = [
      ...postsOf(note).map(({ by }) => by),
      ...(note.resolved ? [note.resolved.by] : []),
    ]
    const writing = (key: PersonKey) => ![undefined, 'guest'].includes(membersOf(group)[key])
    expect(people.filter((key) => !writing(key))).toEqual([])
  })

  test('is reacted to and mentions only people who see it', () => {
    const readers = readersOf(note, group)
    const touched = postsOf(note).flatMap(({ by, body = '', reactions = {} }) => {
      const reacting = Object.values(reactions).flat()
      expect(reacting).not.toContain(by)
      return [...reacting, ...mentionedIn(body)]
    })
    expect(touched.filter((key) => !readers.includes(key))).toEqual([])
  })

  test('has words unless it is a highlight', () => {
    const [first, ...replies] = postsOf(note)
    expect((first?.body ?? '') === '').toBe(note.kind === 'highlight')
    for (const { body } of replies) expect(body?.trim()).not.toBe('')
  })

  test('is answered, edited, deleted and resolved after it was written', () => {
    for (const post of [note, ...repliesUnder(note.replies)]) {
      for (const answer of post.replies ?? []) expect(answer.ago).toBeLessThan(post.ago)
      expect(post.edited?.ago ?? 0).toBeLessThan(post.ago)
      if ('deletedAgo' in post) expect(post.deletedAgo).toBeLessThan(post.ago)
    }
    expect(note.resolved?.ago ?? 0).toBeLessThan(note.ago)
  })
})

describe('the demo world', () => {
  const notes = everyNote.map(({ note }) => note)
  const replies = notes.flatMap(({ replies }) => repliesUnder(replies))

  test('has some sixty notes of every kind, unevenly spread over all sections', () => {
    const onArticle = everyNote.filter(({ reading }) => reading === 'article')
    expect(onArticle.length).toBeGreaterThanOrEqual(55)
    expect(onArticle.length).toBeLessThanOrEqual(75)
    expect(new Set(notes.map(({ kind }) => kind)).size).toBe(6)
    const counts = countsBySection()
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(4)
    expect(Math.max(...counts)).toBeGreaterThan(2 * Math.min(...counts))
  })

  test('shows what threads can do', () => {
    expect(notes.filter(({ resolved }) => resolved)).toHaveLength(1)
    expect(replies.filter(({ deletedAgo }) => deletedAgo !== undefined)).toEqual([
      expect.objectContaining({ replies: [expect.anything()] }),
    ])
    expect(Math.max(...notes.map(({ replies }) => repliesUnder(replies).length))).toBeGreaterThan(7)
    expect([...notes, ...replies].filter(({ edited }) => edited).length).toBeGreaterThan(1)
    expect(notes.filter(({ visibility }) => visibility === 'private').length).toBeGreaterThan(2)
    expect(notes.filter(({ visibility }) => visibility === 'public').length).toBeGreaterThan(1)
    expect(notes.filter(({ target }) => target.on === 'reading').length).toBeGreaterThan(1)
    expect(notes.filter(({ target }) => target.on === 'section').length).toBeGreaterThan(1)
    expect(notes.some(({ target }) => target.on === 'passage' && target.exact.includes('\n'))).toBe(
      true,
    )
  })

  test('uses every role, and every group has one owner', () => {
    const roles = GROUP_KEYS.flatMap((key) => Object.values(membersOf(key)))
    expect(new Set(roles).size).toBe(5)
    for (const key of GROUP_KEYS) {
      expect(Object.values(membersOf(key)).filter((role) => role === 'owner')).toHaveLength(1)
    }
    expect(new Set(GROUP_KEYS.map((key) => GROUPS[key].kind)).size).toBe(3)
    expect(isPersonKey(ADMINISTRATOR)).toBe(true)
  })

  test('leaves a few threads unread for those who are offered for sign-in', () => {
    const unread = (['ana', 'ruth', 'ingrid', 'chidi'] as const).map((key) => [key, unreadBy(key)])
    for (const [, count] of unread) {
      expect(count).toBeGreaterThanOrEqual(2)
      expect(count).toBeLessThanOrEqual(9)
    }
    expect(Object.keys(LAST_READ).every(isPersonKey)).toBe(true)
  })

  test('remembers where people stopped, at words that stand in the text', () => {
    for (const { reading, words } of STOPPED_AT) expect(texts[reading].text).toContain(words)
  })

  test('keeps the article word for word, with its opening and five sections', () => {
    expect(texts.article.title).toBe(
      'Implications of North Korea’s Military Support to Russia: A Rising Security Concern',
    )
    expect(texts.article.sections.map(({ level }) => level > 0)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ])
  })
})

describe('its rows', () => {
  const rows = worldRows(NOW, 'hash')

  test('have ids in the order of their times, in threads and in the whole world', () => {
    const made = rows.threads.flatMap(({ annotation, replies }) => [annotation, ...replies])
    const byId = made.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ createdAt }) => createdAt)
    const byTime = made.map(({ createdAt }) => createdAt).toSorted()
    expect(byId.map(String)).toEqual(byTime.map(String))
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length)
  })

  test('lie in the past, the latest of them within the last quarter of an hour', () => {
    const latest = rows.threads.map(({ thread }) => Number(thread.lastActivityAt))
    expect(Math.max(...latest)).toBeLessThan(NOW.getTime())
    expect(Math.max(...latest)).toBeGreaterThan(NOW.getTime() - 15 * 60_000)
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

function memberOf(personId: string, { memberships }: ReturnType<typeof worldRows>): Member {
  const own = memberships.filter((membership) => membership.personId === personId)
  return {
    kind: 'member',
    personId,
    name: '',
    adminSince: null,
    memberships: new Map(own.map(({ groupId, role }) => [groupId, role])),
    scopes: ['read', 'write'],
  }
}

function unreadBy(key: PersonKey): number {
  return everyNote.filter(({ note, group }) => {
    if (!readersOf(note, group).includes(key) || membersOf(group)[key] === undefined) return false
    const posts = postsOf(note)
      .filter((post) => !('deletedAgo' in post))
      .map(({ by, ago }) => ({ id: '', by, at: new Date(NOW.getTime() - ago * 60_000) }))
      .toSorted((a, b) => Number(a.at) - Number(b.at))
    return lastReadBy(key, posts, NOW) !== posts.at(-1)
  }).length
}

function countsBySection(): readonly number[] {
  const { text, sections } = texts.article
  return sections.map(({ start, end }) => {
    const inside = everyNote.filter(({ note, reading }) => {
      if (reading !== 'article' || note.target.on !== 'passage') return false
      const place = locate(text, note.target)
      return place.kind === 'found' && place.start >= start && place.start < end
    })
    return inside.length
  })
}

test('every person of the demo writes or belongs somewhere', () => {
  for (const key of PERSON_KEYS) {
    expect(GROUP_KEYS.some((group) => membersOf(group)[key] !== undefined)).toBe(true)
  }
})
