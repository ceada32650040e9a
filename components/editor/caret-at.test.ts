import { getSchema, type JSONContent } from '@tiptap/core'
import { expect, it } from 'vitest'
import { postExtensions } from '@/lib/text/post-schema'
import { caretAt } from './caret-at'
import { linesOf } from './plain-text'

const schema = getSchema([...postExtensions])
const words = (text: string) => ({ type: 'text', text })
const line = (...content: JSONContent[]) => ({ type: 'paragraph', content })
const list = (...items: JSONContent[]) => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [item] })),
})

const DOC = {
  type: 'doc',
  content: [
    line(words('The clerk'), { type: 'hardBreak' }, words('counted.')),
    { type: 'paragraph' },
    list(line(words('Once')), line(words('twice'))),
    line(words('Ask '), { type: 'mention', attrs: { id: 'x', label: 'Ana' } }, words(' too.')),
  ],
}

it('stands before the same words as in the plain lines, wherever it stands', () => {
  const doc = schema.nodeFromJSON(DOC)
  const lines = linesOf(DOC)
  for (const sought of ['The', 'clerk', 'counted', 'Once', 'twice', 'wice', 'Ask', ' too', 'oo.']) {
    const at = caretAt(doc, lines.indexOf(sought))
    expect(doc.textBetween(at, at + sought.length)).toBe(sought)
  }
})

it('stands in an empty line, behind a person, and at the end', () => {
  const doc = schema.nodeFromJSON(DOC)
  const lines = linesOf(DOC)
  const empty = caretAt(doc, lines.indexOf('\n\n') + 1)
  expect(doc.resolve(empty).parent.content.size).toBe(0)
  expect(doc.resolve(caretAt(doc, lines.indexOf('@Ana') + 4)).nodeBefore?.type.name).toBe('mention')
  expect(caretAt(doc, lines.length)).toBe(doc.content.size - 1)
  expect(caretAt(schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph' }] }), 0)).toBe(1)
})
