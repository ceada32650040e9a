import { expect, test } from 'vitest'
import { type Reason, recipients, type Watcher } from './recipients'

const ana = (reason: Reason, more: Partial<Watcher> = {}): Watcher => ({
  personId: 'ana',
  reason,
  isMuted: false,
  level: 'mine',
  ...more,
})
const muted = { isMuted: true }

const CASES: readonly (readonly [string, readonly Watcher[], Reason | null])[] = [
  ['somebody who is mentioned', [ana('mentioned')], 'mentioned'],
  ['once, though mentioned and answered', [ana('answered'), ana('mentioned')], 'mentioned'],
  ['the author of what is answered', [ana('author'), ana('answered')], 'answered'],
  ['the author of the thread', [ana('author'), ana('participant')], 'author'],
  ['who takes part', [ana('participant')], 'participant'],
  ['who watches the thread', [ana('thread')], 'thread'],
  ['who watches the reading', [ana('reading')], 'reading'],
  ['who watches a person', [ana('person')], 'person'],
  ['who wants all of a group', [ana('group', { level: 'all' })], 'group'],
  ['nobody of a group who wants what concerns them', [ana('group')], null],
  ['nothing of a silenced group', [ana('mentioned', { level: 'none' })], null],
  ['nothing more of a muted thread', [ana('thread', muted), ana('participant')], null],
  ['a mention in a muted thread', [ana('thread', muted), ana('mentioned')], 'mentioned'],
  ['an answer in a muted reading', [ana('reading', muted), ana('answered')], 'answered'],
  ['nothing else in a muted reading', [ana('reading', muted), ana('author')], null],
  ['a watched thread in a muted reading', [ana('reading', muted), ana('thread')], 'thread'],
  ['a watched section in a muted reading', [ana('reading', muted), ana('section')], 'section'],
  ['no watched reading in a muted section', [ana('section', muted), ana('reading')], null],
  ['nothing by a muted person', [ana('person', muted), ana('thread')], null],
  ['a mention by a muted person', [ana('person', muted), ana('mentioned')], 'mentioned'],
]

test.each(CASES)('tells %s', (_, watchers, reason) => {
  const told = recipients({ actorId: 'ben' }, watchers)
  expect(told).toEqual(reason === null ? [] : [{ personId: 'ana', reason }])
})

test('tells nobody of what they did themselves', () => {
  expect(recipients({ actorId: 'ana' }, [ana('mentioned'), ana('author')])).toEqual([])
})

test('tells each of several people once', () => {
  const ben = ana('thread', { personId: 'ben' })
  const told = recipients({ actorId: null }, [ana('thread'), ben, ana('mentioned')])
  expect(told.map(({ personId, reason }) => `${personId} ${reason}`)).toEqual([
    'ana mentioned',
    'ben thread',
  ])
})
