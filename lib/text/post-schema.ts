// What a comment or a reply may consist of: the words of a conversation, no headings, no tables.

import { type AnyExtension, getSchema } from '@tiptap/core'
import { Mention } from '@tiptap/extension-mention'
import type { Schema } from '@tiptap/pm/model'
import { checkBounds, POST_BOUNDS, POST_TEXT_MAXIMUM } from './bounds'
import { cleanDoc, type DocRules } from './clean-doc'
import { codeBlockAttrs, linkAttrs, mentionAttrs, noAttrs, orderedListAttrs } from './doc-attrs'
import type { DocNode } from './doc-node'
import { readingText } from './document'
import { finishDoc } from './finish-doc'
import { textExtensions } from './text-extensions'

/** A mention without its list of suggestions: `id` is a person's, `label` the name at the time. The composer extends it. */
export const PersonMention = Mention.extend({
  addAttributes() {
    return {
      id: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-id'),
        renderHTML: ({ id }) => (id ? { 'data-id': id } : {}),
      },
      label: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-label'),
        renderHTML: ({ label }) => ({ 'data-label': label }),
      },
    }
  },
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    { class: 'mention', 'data-type': 'mention', ...HTMLAttributes },
    `@${node.attrs.label}`,
  ],
  renderText: ({ node }) => `@${node.attrs.label}`,
})

/** Everything of a post but the mention, which the composer brings with its suggestions. */
export const postExtensionsWithoutMention: AnyExtension[] = textExtensions({
  heading: false,
  horizontalRule: false,
})

/** TipTap's extensions of a post. */
export const postExtensions: AnyExtension[] = [...postExtensionsWithoutMention, PersonMention]

/** The ProseMirror schema of a post. */
export const postSchema: Schema = getSchema(postExtensions)

const rules: DocRules = {
  nodes: new Map([
    ['doc', noAttrs],
    ['paragraph', noAttrs],
    ['bulletList', noAttrs],
    ['orderedList', orderedListAttrs],
    ['listItem', noAttrs],
    ['blockquote', noAttrs],
    ['codeBlock', codeBlockAttrs],
    ['hardBreak', noAttrs],
    ['mention', mentionAttrs],
  ]),
  marks: new Map([
    ['link', linkAttrs],
    ['bold', noAttrs],
    ['italic', noAttrs],
    ['strike', noAttrs],
    ['code', noAttrs],
  ]),
}

/**
 * A post's document from TipTap JSON of unknown origin, in normal form. Throws Malformed (too deep, unknown or misplaced nodes) and
 * TooLarge. That a mentioned person exists and may see the post is for the caller to ask.
 */
export function parsePostDoc(json: unknown): DocNode {
  checkBounds(json, POST_BOUNDS)
  return finishDoc(cleanDoc(json, rules), postSchema, POST_TEXT_MAXIMUM)
}

/** The plain text of a post: its textblocks, one a line. Empty for a post without a word. */
export function postText(doc: DocNode): string {
  return readingText(doc).text
}
