import { expect, it } from 'vitest'
import { foldedName, PLAIN_LETTERS, SPECIAL_LETTERS } from './folded-name'

it.each([
  ['Łucja Nowak', 'lucja nowak'],
  ['Nguyễn Thị Hồng', 'nguyen thi hong'],
  ['Marit Sørbø', 'marit sorbo'],
  ['José  Álvarez', 'jose alvarez'],
  ['王小明', '王小明'],
])('%s is found as %s', (name, folded) => {
  expect(foldedName(name)).toBe(folded)
})

it('knows a plain letter for each special one', () => {
  expect(PLAIN_LETTERS).toHaveLength(SPECIAL_LETTERS.length)
})
