// What typing turns into form, and what it leaves alone. TipTap's own rules make `2 * 3 *` italic, `__init__` bold and `1984. ` the
// 1984th point of a list. Here signs stand close to their words, as in Markdown, a point has at most two digits, and whatever is
// turned all the same comes back as it was typed with one undo.

import {
  type AnyExtension,
  Extension,
  Mark,
  markInputRule,
  markPasteRule,
  Node,
  wrappingInputRule,
} from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Plugin } from '@tiptap/pm/state'

// Neither a blank after the first sign nor before the last one.
const BOLD = String.raw`(?:^|\s)(\*\*([^*\s](?:[^*]*[^*\s])?)\*\*)`
const ITALIC = [
  String.raw`(?:^|\s)(\*([^*\s](?:[^*]*[^*\s])?)\*)`,
  String.raw`(?:^|\s)(_([^_\s](?:[^_]*[^_\s])?)_)`,
]
const FIRST_POINT = /^(\d{1,2})\.\s$/

/** A mark or list of TipTap's, with rules that take only what was meant. */
export function withCarefulRules(extension: AnyExtension): AnyExtension {
  if (extension instanceof Mark && extension.name === 'bold')
    return withMarkRules(extension, [BOLD])
  if (extension instanceof Mark && extension.name === 'italic') {
    return withMarkRules(extension, ITALIC)
  }
  if (extension instanceof Node && extension.name === 'orderedList') {
    return extension.extend({
      addInputRules() {
        return [
          wrappingInputRule({
            find: FIRST_POINT,
            type: this.type,
            getAttributes: ([, number]) => ({ start: Number(number) }),
            joinPredicate: ([, number], list) =>
              list.childCount + Number(list.attrs.start) === Number(number),
          }),
        ]
      },
    })
  }
  return extension
}

function withMarkRules(mark: Mark, patterns: readonly string[]): AnyExtension {
  return mark.extend({
    addInputRules() {
      return patterns.map((pattern) =>
        markInputRule({ find: new RegExp(`${pattern}$`), type: this.type }),
      )
    },
    addPasteRules() {
      return patterns.map((pattern) =>
        markPasteRule({ find: new RegExp(pattern, 'g'), type: this.type }),
      )
    },
  })
}

/** What a rule did is a step of its own, and undoing it brings back every sign that was typed. */
export const OneUndoAway = Extension.create({
  name: 'oneUndoAway',
  // Before the history's own keys.
  priority: 200,
  addKeyboardShortcuts() {
    return { 'Mod-z': () => this.editor.commands.undoInputRule() }
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        filterTransaction(transaction, { plugins }) {
          const rules = plugins.filter(({ spec }) => spec.isInputRules)
          if (rules.some((plugin) => transaction.getMeta(plugin))) closeHistory(transaction)
          return true
        },
      }),
    ]
  },
})
