import { expect, test } from 'vitest'
import { asSearch, matching, pageEntries, readingEntries } from './entries'

const PAGES = pageEntries({ isSignedIn: true, isAdministrator: false })
const names = (typed: string) => matching(PAGES, typed).map(({ name }) => name)

test('every word counts, and what begins so comes first', () => {
  expect(names('new gr')).toEqual(['New group'])
  expect(names('INBÓX')).toEqual(['Inbox'])
  expect(names('s')[0]).toMatch(/^S/)
  expect(names('nothing like it')).toEqual([])
})

test('a guest is led nowhere that asks who they are, and nobody to what only administrators see', () => {
  const guest = pageEntries({ isSignedIn: false, isAdministrator: false })
  expect(guest.map(({ name }) => name)).toEqual(['Library', 'Search', 'API reference', 'Sign in'])
  expect(names('administration')).toEqual([])
})

test('sections of the open reading are places on its page', () => {
  const sections = [{ id: 'a', title: '' }]
  const found = readingEntries({ slug: 'ledger', groupSlug: 'desk', sections })
  expect(found.map(({ act }) => act)).toEqual([
    { href: '/readings/ledger/notes?group=desk' },
    { href: '/readings/ledger/debates?group=desk' },
    { href: '/readings/ledger/revisions?group=desk' },
    { href: '#s-a' },
  ])
})

test.each([
  ['treaty', 'treaty*'],
  ['two words', 'two words*'],
  ['"a phrase"', '"a phrase"'],
  ['by:kwame', 'by:kwame'],
  ['isol*', 'isol*'],
  ['', ''],
])('"%s" is searched as "%s"', (typed, search) => {
  expect(asSearch(typed)).toBe(search)
})
