// Mentions in the demo's Markdown. `@[Name](person:key)` is taken out before the Markdown is parsed, which would drop a link of
// that scheme, and put back into the parsed body as the mention nodes that the composer makes.

import type { DocNode } from '@/lib/text/doc-node'
import { postFromMarkdown } from '@/lib/text/markdown'
import { parsePostDoc } from '@/lib/text/post-schema'
import { isPersonKey, PEOPLE, type PersonKey } from './people'

const WRITTEN = /@\[[^\]]+\]\(person:([a-z]+)\)/g

// Two private-use characters around the key: letters to a parser of Markdown, and found in no text of ours.
const HELD = /\uE000([a-z]+)\uE001/

/** The people whom a body in Markdown mentions. Throws when it names somebody who is not in the demo. */
export function mentionedIn(markdown: string): readonly PersonKey[] {
  return [...markdown.matchAll(WRITTEN)].map(([, key = '']) => requirePerson(key))
}

/** A body as the composer would have stored it; `idOf` gives the ids of mentioned people. */
export function bodyFromMarkdown(markdown: string, idOf: (key: PersonKey) => string): DocNode {
  const held = markdown.replace(WRITTEN, '\uE000$1\uE001')
  return parsePostDoc(withMentions(postFromMarkdown(held), idOf))
}

function withMentions(node: DocNode, idOf: (key: PersonKey) => string): DocNode {
  if (!node.content) return node
  return { ...node, content: node.content.flatMap((child) => split(child, idOf)) }
}

function split(node: DocNode, idOf: (key: PersonKey) => string): readonly DocNode[] {
  if (node.text === undefined) return [withMentions(node, idOf)]
  // Splitting by a pattern with one group gives text and key in turn.
  return node.text.split(HELD).flatMap((part, index): DocNode[] => {
    if (index % 2 === 1) return [mention(requirePerson(part), idOf)]
    return part === '' ? [] : [{ ...node, text: part }]
  })
}

function mention(key: PersonKey, idOf: (key: PersonKey) => string): DocNode {
  return { type: 'mention', attrs: { id: idOf(key), label: PEOPLE[key].name } }
}

function requirePerson(key: string): PersonKey {
  if (isPersonKey(key)) return key
  throw new Error(`Nobody in the demo is called ${key}.`)
}
