import { expect, test } from 'vitest'
import { noticeWords } from './notice-words'

const reading = { id: 'r', slug: 'ledger', title: 'The ledger' }
const NOTICE = {
  id: 'n',
  subjectId: 's',
  reading,
  group: { id: 'g', slug: 'desk', name: 'Desk' },
  actor: { id: 'p', name: 'Ruth' },
  threadId: 't',
  replyId: null,
  excerpt: 'Who counted?',
  about: 'forty wagons',
  sectionId: null,
  onClaim: false,
  createdAt: '',
  readAt: null,
}
const notice = (kind: string, particulars: Record<string, string>) =>
  noticeWords({ ...NOTICE, kind, particulars })

test('who moved a claim is told by name, and the line leads to its debate', () => {
  const place = { sectionId: 'section', groupSlug: 'desk' }
  const moved = { title: 'So it is.', by: 'Ruth', what: 'merged', ...place }
  expect(notice('debate.rearranged', moved)).toMatchObject({
    text: 'Ruth merged “So it is.” into another claim',
    href: '/readings/ledger/debates/section?group=desk',
  })
  expect(notice('debate.restored', moved).text).toBe('Ruth put “So it is.” back where it was')
})

test('a kind that the page does not know leads to its reading', () => {
  expect(notice('newer.kind', {})).toMatchObject({ text: 'The ledger', href: '/readings/ledger' })
})

test('who mentioned somebody is told with their words, and the line leads to the note', () => {
  expect(notice('post.mentioned', {})).toEqual({
    text: 'Ruth mentioned you',
    more: 'Who counted?',
    href: '/readings/ledger?group=desk#note=t',
  })
})

test('what is told of a claim leads to its debate', () => {
  const onClaim = {
    ...NOTICE,
    kind: 'post.answered',
    particulars: {},
    sectionId: 's1',
    onClaim: true,
  }
  expect(noticeWords(onClaim).href).toBe('/readings/ledger/debates/s1?group=desk#claims=t')
})
