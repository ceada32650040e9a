import { describe, expect, test } from 'vitest'
import { locate } from '@/lib/text/selectors'
import { GROUP_KEYS, GROUPS, membersOf } from './groups'
import { mentionedIn } from './mention'
import { writtenAt } from './moment'
import type { DemoNote, DemoReply } from './note'
import { DAY, repliesUnder } from './note'
import { ADMINISTRATOR, isPersonKey, PERSON_KEYS, type PersonKey } from './people'
import { lastReadBy, readersOf } from './read-marks'
import { demoText } from './reading-rows'
import { READINGS } from './readings'
import { ASSIGNMENTS, LAST_READ, SHELVES, STOPPED_AT } from './world'

const texts = { article: demoText('article'), liberty: demoText('liberty') }
const NOW = new Date('2026-05-20T10:00:00Z')

type Post = DemoNote | DemoReply

function postsOf(note: DemoNote): readonly Post[] {
  return [note, ...repliesUnder(note.replies)]
}

const assigned = ASSIGNMENTS.map(({ notes }) => ({
  ...({ group: 'reading-evidence', reading: 'article' } as const),
  notes,
}))

const everyNote = [...SHELVES, ...assigned].flatMap(({ group, reading, notes }) =>
  notes.map((note) => ({ group, reading, note, name: `${group}: ${note.by}, ${nameOf(note)}` })),
)

function nameOf({ target }: DemoNote): string {
  if (target.on === 'passage') return `“${target.exact.slice(0, 50)}”`
  return target.on === 'section' ? target.title : 'the whole reading'
}

type Written = (typeof everyNote)[number]

/** The names of the notes that break a rule: a test then says which, and all of them at once. */
function breaking(holds: (written: Written) => boolean): readonly string[] {
  return everyNote.filter((written) => !holds(written)).map(({ name }) => name)
}

describe('every note of the demo', () => {
  test('stands on words that are in the text exactly once, or on a section that there is', () => {
    const holds = ({ note: { target }, reading }: Written) => {
      const { text, sections } = texts[reading]
      if (target.on === 'passage') return locate(text, target).kind === 'found'
      return target.on === 'reading' || sections.some(({ title }) => title === target.title)
    }
    expect(breaking(holds)).toEqual([])
  })

  test('was written after its reading was placed on the shelf', () => {
    const holds = ({ note, group, reading }: Written) => {
      const placed = READINGS[reading].shelves.find((shelf) => shelf.group === group)?.ago ?? 0
      return note.ago < placed * DAY
    }
    expect(breaking(holds)).toEqual([])
  })

  test('is written, answered and resolved by people who may write in the group', () => {
    const holds = ({ note, group }: Written) => {
      const people = [...postsOf(note).map(({ by }) => by), note.resolved?.by ?? note.by]
      return people.every((key) => ![undefined, 'guest'].includes(membersOf(group)[key]))
    }
    expect(breaking(holds)).toEqual([])
  })

  test('is reacted to by others, and mentions people, who see it', () => {
    const holds = ({ note, group }: Written) => {
      const readers = readersOf(note, group)
      return postsOf(note).every(({ by, body = '', reactions = {} }) => {
        const reacting = Object.values(reactions).flat()
        const touched = [...reacting, ...mentionedIn(body)]
        return !reacting.includes(by) && touched.every((key) => readers.includes(key))
      })
    }
    expect(breaking(holds)).toEqual([])
  })

  test('has words unless it is a highlight, and so have all answers', () => {
    const holds = ({ note }: Written) =>
      (note.body === undefined) === (note.kind === 'highlight') &&
      postsOf(note).every(({ body }) => body?.trim() !== '')
    expect(breaking(holds)).toEqual([])
  })
})

describe('the demo world', () => {
  const notes = everyNote.map(({ note }) => note)
  const replies = notes.flatMap(({ replies }) => repliesUnder(replies))

  test('has some eighty notes of every kind, unevenly spread over all sections', () => {
    const onArticle = everyNote.filter(({ reading }) => reading === 'article')
    expect(onArticle.length).toBeGreaterThanOrEqual(55)
    expect(onArticle.length).toBeLessThanOrEqual(100)
    expect(new Set(notes.map(({ kind }) => kind)).size).toBe(6)
    const counts = countsBySection()
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(4)
    expect(Math.max(...counts)).toBeGreaterThan(2 * Math.min(...counts))
  })

  test('shows what threads can do', () => {
    expect(notes.filter(({ resolved }) => resolved)).toHaveLength(2)
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
    expect(new Set(roles).size).toBe(6)
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

function unreadBy(key: PersonKey): number {
  return everyNote.filter(({ note, group }) => {
    if (!readersOf(note, group).includes(key) || membersOf(group)[key] === undefined) return false
    const posts = postsOf(note)
      .filter((post) => !('deletedAgo' in post))
      .map(({ by, ago }) => ({ id: '', by, at: writtenAt(NOW, ago) }))
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
