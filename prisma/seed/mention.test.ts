import { expect, test } from 'vitest'
import { newId } from '@/lib/ids'
import { postText } from '@/lib/text/post-schema'
import { bodyFromMarkdown, mentionedIn } from './mention'

const ids = { ana: newId(), ruth: newId() }
const idOf = (key: string) => (key === 'ana' ? ids.ana : ids.ruth)

test('a mention becomes a node between the words around it, also inside bold text and quotes', () => {
  const body = bodyFromMarkdown(
    'See **@[Ana Beltrão](person:ana), then**\n\n> @[Ruth](person:ruth)!',
    idOf,
  )
  expect(postText(body)).toContain('See @Ana Beltrão, then')
  expect(postText(body)).toContain('@Ruth Adeyemi!')
  expect(JSON.stringify(body)).toContain(`"id":"${ids.ana}"`)
  expect(JSON.stringify(body)).toContain(`"id":"${ids.ruth}"`)
})

test('a body without mentions is left as it is', () => {
  expect(postText(bodyFromMarkdown('No *name* here.', idOf))).toBe('No name here.')
})

test('a mention of somebody who is not in the demo is refused', () => {
  expect(() => mentionedIn('@[Nobody](person:nobody)')).toThrow('nobody')
  expect(() => bodyFromMarkdown('@[Nobody](person:nobody)', idOf)).toThrow('nobody')
})
