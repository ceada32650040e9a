import { expect, test } from 'vitest'
import { activityWords } from './activity-words'

const ANA = { id: 'ana', name: 'Ana Beltrão' }
const NOOR = { id: 'noor', name: 'Noor Haddad' }

test.each([
  ['a note', { author: NOOR, kind: 'note', answers: null }, 'Noor Haddad wrote a note'],
  ['a question of mine', { author: ANA, kind: 'question', answers: null }, 'You asked a question'],
  ['an answer', { author: ANA, kind: null, answers: NOOR }, 'You answered Noor Haddad'],
  ['an answer to me', { author: NOOR, kind: null, answers: ANA }, 'Noor Haddad answered you'],
  ['my answer to myself', { author: ANA, kind: null, answers: ANA }, 'You answered yourself'],
  [
    'an answer to oneself',
    { author: NOOR, kind: null, answers: NOOR },
    'Noor Haddad answered a note of their own',
  ],
  [
    'an answer to nobody named',
    { author: NOOR, kind: null, answers: null },
    'Noor Haddad answered',
  ],
] as const)('%s', (_, post, words) => {
  expect(activityWords(post, 'ana')).toBe(words)
})
