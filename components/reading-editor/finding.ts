// Finding and replacing in the text that is edited. What is found is shown by decorations; replacing all is one step to undo.

import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

export type Search = {
  readonly words: string
  readonly matchCase: boolean
  readonly wholeWords: boolean
}

export type Match = { readonly from: number; readonly to: number }

type Finding = {
  readonly search: Search | null
  readonly matches: readonly Match[]
  /** Which match one stands at; -1 while there is none. */
  readonly at: number
}

const KEY = new PluginKey<Finding>('finding')
const NOTHING: Finding = { search: null, matches: [], at: -1 }

/** Every place where the words stand in a textblock, in order. Linear in the document. */
export function matchesIn(doc: Node, { words, matchCase, wholeWords }: Search): Match[] {
  if (words === '') return []
  const pattern = patternOf(words, { matchCase, wholeWords })
  const matches: Match[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc')
    for (const { index, 0: found } of text.matchAll(pattern)) {
      matches.push({ from: pos + 1 + index, to: pos + 1 + index + found.length })
    }
    return false
  })
  return matches
}

/** The plugin that finds. */
export function finding(): Plugin<Finding> {
  return new Plugin<Finding>({
    key: KEY,
    state: {
      init: () => NOTHING,
      apply: (transaction, before) => applied(transaction, before),
    },
    props: {
      decorations: (state) => {
        const { matches, at } = KEY.getState(state) ?? NOTHING
        const marks = matches.map(({ from, to }, n) =>
          Decoration.inline(from, to, { class: n === at ? 'found is-current' : 'found' }),
        )
        return DecorationSet.create(state.doc, marks)
      },
    },
  })
}

export function findingOf(state: EditorState): Finding {
  return KEY.getState(state) ?? NOTHING
}

/** Looks for something else; null ends the search. */
export function searchFor(state: EditorState, search: Search | null): Transaction {
  return state.tr.setMeta(KEY, { search })
}

/** Goes to the next match, or the one before. */
export function goOn(state: EditorState, step: 1 | -1): Transaction {
  const { matches, at } = findingOf(state)
  const next = matches.length === 0 ? -1 : (at + step + matches.length) % matches.length
  return state.tr.setMeta(KEY, { at: next })
}

/** Replaces the match one stands at. */
export function replaceOne(state: EditorState, words: string): Transaction | null {
  const { matches, at } = findingOf(state)
  const match = matches[at]
  return match ? put(state.tr, match, words) : null
}

/** Replaces all matches, in one step. */
export function replaceAll(state: EditorState, words: string): Transaction | null {
  const { matches } = findingOf(state)
  if (matches.length === 0) return null
  return matches.reduceRight((transaction, match) => put(transaction, match, words), state.tr)
}

function put(transaction: Transaction, { from, to }: Match, words: string): Transaction {
  return words === '' ? transaction.delete(from, to) : transaction.insertText(words, from, to)
}

function applied(transaction: Transaction, before: Finding): Finding {
  const asked: Partial<Finding> | undefined = transaction.getMeta(KEY)
  if (!asked && !transaction.docChanged) return before
  if (asked && 'at' in asked) return { ...before, at: asked.at ?? -1 }
  const search = asked ? (asked.search ?? null) : before.search
  if (!search) return NOTHING
  const matches = matchesIn(transaction.doc, search)
  const from = transaction.selection.from
  const near = asked ? matches.findIndex((match) => match.to >= from) : before.at
  return {
    search,
    matches,
    at: matches.length === 0 ? -1 : Math.min(Math.max(0, near), matches.length - 1),
  }
}

function patternOf(words: string, how: Omit<Search, 'words'>): RegExp {
  const literal = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
  const bounded = how.wholeWords ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal
  return new RegExp(bounded, how.matchCase ? 'gu' : 'giu')
}
