import { expect, it } from 'vitest'
import { carriedOver, linesOf } from './plain-text'

const said = (text: string, marks?: { type: string }[]) => ({
  type: 'paragraph',
  content: [marks ? { type: 'text', text, marks } : { type: 'text', text }],
})
const doc = { type: 'doc', content: [said('bold', [{ type: 'bold' }]), said('plain')] }

it('shows a document as one line a block', () => {
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [said('point')] }] }
  expect(linesOf({ type: 'doc', content: [said('first'), list] })).toBe('first\npoint')
})

it('keeps the document where nothing was typed', () => {
  expect(carriedOver(doc, 'bold\nplain')).toEqual({ doc, text: 'bold\nplain' })
})

it('keeps its form where more was typed behind it', () => {
  expect(carriedOver(doc, 'bold\nplain\nmore').doc.content).toEqual([...doc.content, said('more')])
})

it('keeps every letter where its words were changed', () => {
  expect(carriedOver(doc, 'other').doc.content).toEqual([said('other')])
  expect(carriedOver(null, 'one\n\ntwo').doc.content).toEqual([
    said('one'),
    { type: 'paragraph' },
    said('two'),
  ])
})
