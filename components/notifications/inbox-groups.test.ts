import { expect, test } from 'vitest'
import type { NotificationShape } from '@/lib/notifications/contract'
import { inboxDays, inboxLines, lineWords } from './inbox-groups'

const notice = (id: string, more: Partial<NotificationShape>): NotificationShape => ({
  id,
  kind: 'thread.replied',
  subjectId: id,
  reading: { id: 'r', slug: 'ledger', title: 'The ledger' },
  group: null,
  actor: { id: 'p', name: 'Ruth' },
  threadId: 't',
  replyId: null,
  excerpt: `words of ${id}`,
  about: '',
  sectionId: null,
  onClaim: false,
  particulars: {},
  createdAt: '2026-11-10T10:00:00Z',
  readAt: null,
  ...more,
})

test('a conversation is one line, with everybody who wrote and what says most of it', () => {
  const [line, other, ...more] = inboxLines([
    notice('c', { actor: { id: 'q', name: 'Ines' } }),
    notice('x', { threadId: null, kind: 'import.ready', particulars: { title: 'A text' } }),
    notice('b', { kind: 'post.mentioned', readAt: '2026-11-10T11:00:00Z' }),
    notice('a', {}),
  ])
  expect(more).toEqual([])
  expect(line?.unread).toBe(2)
  expect(line && lineWords(line)).toMatchObject({
    names: 'Ines and Ruth',
    deed: 'mentioned you',
    excerpt: 'words of b',
  })
  expect(other && lineWords(other)).toMatchObject({ names: '' })
})

test('days are those of the reader', () => {
  const lines = inboxLines([
    notice('b', { threadId: 'u', createdAt: '2026-11-10T02:00:00Z' }),
    notice('a', { createdAt: '2026-11-08T02:00:00Z' }),
  ])
  const now = new Date('2026-11-10T12:00:00Z')
  const days = (timeZone: string) => inboxDays(lines, { now, timeZone }).map(({ day }) => day)
  expect(days('UTC')).toEqual(['Today', expect.stringMatching(/^Sunday,? 8 November 2026$/)])
  expect(days('America/New_York')).toEqual([
    'Yesterday',
    expect.stringMatching(/^Saturday,? 7 November 2026$/),
  ])
})
