import { expect, test } from 'vitest'
import type { DocNode } from '@/lib/text/doc-node'
import { readingFromMarkdown } from '@/lib/text/markdown'
import { type KnownSection, withKeptSections } from './section-identity'

const known: readonly KnownSection[] = [
  { sectionId: 'opening', level: 0, title: 'Opening', words: 'Before.' },
  { sectionId: 'a', level: 2, title: 'Wagons', words: 'Wagons Twelve wagons left the yard.' },
  { sectionId: 'b', level: 2, title: 'Voices', words: 'Voices The clerk said that all was well.' },
]
const ever = new Set(['opening', 'a', 'b', 'gone'])

function idsIn(doc: DocNode): unknown[] {
  let made = 0
  const newId = () => `new ${++made}`
  return (withKeptSections(doc, { known, ever, newId }).content ?? []).flatMap((node) =>
    node.type === 'heading' ? [node.attrs?.sectionId] : [],
  )
}

test.each<[string, string, readonly string[]]>([
  ['the same titles', '## Wagons\n\nX.\n\n## Voices\n\nY.', ['a', 'b']],
  ['in another order', '## Voices\n\nX.\n\n## Wagons\n\nY.', ['b', 'a']],
  ['with other signs and capitals', '# wagons!\n\nX.', ['a']],
  ['another title over the same words', '## Carts\n\nTwelve wagons left the yard.', ['a']],
  ['other words under another title', '## Ships\n\nThey sank.', ['new 1']],
  ['one title twice', '## Wagons\n\nX.\n\n## Wagons\n\nY.', ['a', 'new 1']],
])('a section is known by %s', (_, markdown, ids) => {
  expect(idsIn(readingFromMarkdown(markdown))).toEqual(ids)
})

test('a heading that carries an id of the reading keeps it, once; one of another reading does not', () => {
  const heading = (sectionId: string, text: string) => ({
    type: 'heading',
    attrs: { level: 2, sectionId },
    content: [{ type: 'text', text }],
  })
  const content = [
    heading('b', 'Renamed'),
    heading('b', 'Copied'),
    heading('gone', 'Back again'),
    heading('foreign', 'Wagons'),
  ]
  expect(idsIn({ type: 'doc', content })).toEqual(['b', 'new 1', 'gone', 'a'])
})
