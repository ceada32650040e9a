import { describe, expect, test } from 'vitest'
import { defaultHouseRules } from './contract/house-rules'
import { type HeldOrNot, hasAddress, mayHold, whyHeld, wordIn } from './holding'

const NOTHING = defaultHouseRules('team')
const POST: HeldOrNot = {
  text: 'Twelve wagons left the yard.',
  hasLink: false,
  isFirst: false,
  accountDays: 400,
  postsLastHour: 0,
}

describe('a post waits', () => {
  test.each([
    ['never, where nothing is held', {}, {}, null],
    ['always, where everything is', { holds: 'everything' }, {}, /every post/],
    ['as the first one', { holds: 'first-posts' }, { isFirst: true }, /first post/],
    ['not as the second', { holds: 'first-posts' }, {}, null],
    [
      'with a link of a new account',
      { holdsLinksDays: 1 },
      { hasLink: true, accountDays: 0.5 },
      /a link/,
    ],
    [
      'not with a link of an older one',
      { holdsLinksDays: 1 },
      { hasLink: true, accountDays: 1 },
      null,
    ],
    ['not without a link', { holdsLinksDays: 30 }, { accountDays: 2 }, null],
    ['after too many within an hour', { holdsPerHour: 3 }, { postsLastHour: 3 }, /3 posts/],
    ['not before', { holdsPerHour: 3 }, { postsLastHour: 2 }, null],
    ['for a word', { holdsWords: ['Wagons'] }, {}, /“Wagons”/],
  ] as const)('%s', (_, rules, post, why) => {
    const told = whyHeld({ ...POST, ...post }, { ...NOTHING, ...rules })
    if (why === null) expect(told).toBeNull()
    else expect(told).toMatch(why)
  })
})

test.each([
  ['Buy CHEAP watches!', ['cheap watches'], 'cheap watches'],
  ['Un café, s’il vous plaît', ['cafe'], 'cafe'],
  ['scunthorpe', ['thorpe'], null],
  ['кредит без отказа', ['Кредит'], 'Кредит'],
  ['anything', [''], null],
])('%s with %j', (text, words, found) => expect(wordIn(text, words)).toBe(found))

test.each([
  ['see https://example.org', true],
  ['see www.example.org', true],
  ['see example', false],
  ['http:// nothing', false],
])('an address in “%s”: %s', (text, has) => expect(hasAddress(text)).toBe(has))

test('a group that holds nothing asks for nothing', () => {
  expect(mayHold(NOTHING)).toBe(false)
  expect(mayHold({ ...NOTHING, holdsWords: ['x'] })).toBe(true)
})
