import { expect, test } from 'vitest'
import { TooMany } from '@/lib/errors'
import { Places } from './places'

const of = (key: string, most: number) => ({ key, most, full: `${key} is full` })

test('each takes one of every kind, and gives them back once', () => {
  const places = new Places()
  const wish = [of('ana', 2), of('server', 3)]
  const give = places.take(wish)
  places.take(wish)
  expect(() => places.take(wish)).toThrow('ana is full')
  give()
  give()
  places.take(wish)
  expect(() => places.take(wish)).toThrow(TooMany)
})

test('who is refused by one takes none of the others', () => {
  const places = new Places()
  places.take([of('ana', 1)])
  for (let n = 0; n < 3; n += 1) {
    expect(() => places.take([of('server', 1), of('ana', 1)])).toThrow('ana is full')
  }
  expect(() => places.take([of('server', 1)])).not.toThrow()
})
