// From JSON that somebody sent to a document of ours. Nothing is copied: each node, mark and attribute that is known is made anew,
// so that keys like `__proto__` have nowhere to go.

import { Malformed } from '@/lib/errors'
import type { DocAttrs, DocMark, DocNode } from './doc-node'

export type AnyAttrs = Readonly<Record<string, unknown>>

/** What is known of one kind of document. A mark whose rule gives null is dropped and its text kept. */
export type DocRules = {
  readonly nodes: ReadonlyMap<string, (attrs: AnyAttrs) => DocAttrs>
  readonly marks: ReadonlyMap<string, (attrs: AnyAttrs) => DocAttrs | null>
}

/**
 * The document with known marks and attributes only. Throws Malformed for unknown nodes and for what is no document at all.
 * Recursive: run checkBounds first.
 */
export function cleanDoc(json: unknown, rules: DocRules): DocNode {
  const node = cleanNode(json, rules)
  if (node.type !== 'doc') throw notOurs('It has to begin with a node of type doc.')
  return node
}

function cleanNode(json: unknown, rules: DocRules): DocNode {
  const { type, attrs, content, text, marks } = recordFrom(json)
  if (type === 'text') return cleanText(text, marks, rules)
  const rule = typeof type === 'string' ? rules.nodes.get(type) : undefined
  if (typeof type !== 'string' || !rule) {
    throw notOurs(`A node of type ${JSON.stringify(type)?.slice(0, 60)} is not known here.`)
  }
  const clean = rule(isRecord(attrs) ? attrs : {})
  return {
    type,
    ...(Object.keys(clean).length > 0 && { attrs: clean }),
    ...(content !== undefined && {
      content: listFrom(content).map((child) => cleanNode(child, rules)),
    }),
  }
}

function cleanText(text: unknown, marks: unknown, rules: DocRules): DocNode {
  if (typeof text !== 'string') throw notOurs('A text node needs a text.')
  const clean = marks === undefined ? [] : cleanMarks(listFrom(marks), rules)
  return { type: 'text', text, ...(clean.length > 0 && { marks: clean }) }
}

// In the order of the rules, each kind once: two texts that look alike are then alike.
function cleanMarks(marks: readonly unknown[], rules: DocRules): DocMark[] {
  const found = new Map<unknown, AnyAttrs>()
  for (const mark of marks) {
    const { type, attrs } = recordFrom(mark)
    found.set(type, isRecord(attrs) ? attrs : {})
  }
  const clean: DocMark[] = []
  for (const [type, rule] of rules.marks) {
    const given = found.get(type)
    const attrs = given && rule(given)
    if (attrs) clean.push(Object.keys(attrs).length > 0 ? { type, attrs } : { type })
  }
  return clean
}

function recordFrom(json: unknown): AnyAttrs {
  if (!isRecord(json)) throw notOurs('A node has to be an object.')
  return json
}

function listFrom(json: unknown): readonly unknown[] {
  if (!Array.isArray(json)) throw notOurs('Content and marks have to be lists.')
  return json
}

function isRecord(json: unknown): json is AnyAttrs {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function notOurs(why: string): Malformed {
  return new Malformed('doc-malformed', `This is not a document that can be kept. ${why}`)
}
