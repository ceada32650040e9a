// What the editor of a post consists of: the schema that posts are kept in, and what helps to write it.

import { type AnyExtension, Extension } from '@tiptap/core'
import { Placeholder } from '@tiptap/extensions'
import { type EditorState, PluginKey } from '@tiptap/pm/state'
import { Suggestion } from '@tiptap/suggestion'
import { PersonMention, postExtensionsWithoutMention } from '@/lib/text/post-schema'
import { emojiFor } from './emoji'
import { type OfferDesk, suggestionOptions } from './suggestions'

export type PeopleFor = (query: string) => Promise<readonly { id: string; name: string }[]>

export function postEditorExtensions({
  placeholder,
  people,
  desk,
}: {
  readonly placeholder: string
  readonly people: PeopleFor
  readonly desk: OfferDesk
}): AnyExtension[] {
  return [
    ...postExtensionsWithoutMention,
    Placeholder.configure({ placeholder }),
    mentionExtension(people, desk),
    emojiExtension(desk),
  ]
}

function mentionExtension(people: PeopleFor, desk: OfferDesk): AnyExtension {
  return PersonMention.extend({
    addProseMirrorPlugins() {
      return [
        Suggestion({
          editor: this.editor,
          pluginKey: new PluginKey('people'),
          debounce: 120,
          allowSpaces: true,
          allow: outsideCode,
          ...suggestionOptions({
            name: 'People',
            char: '@',
            desk,
            items: async (query) =>
              isNameLike(query)
                ? (await people(query))
                    .slice(0, 8)
                    .map(({ id, name }) => ({ key: id, label: name }))
                : [],
            insert: (editor, range, { key, label }) =>
              editor
                .chain()
                .focus()
                .insertContentAt(range, [
                  { type: 'mention', attrs: { id: key, label } },
                  { type: 'text', text: ' ' },
                ])
                .run(),
          }),
        }),
      ]
    },
  })
}

function emojiExtension(desk: OfferDesk): AnyExtension {
  return Extension.create({
    name: 'emoji',
    addProseMirrorPlugins() {
      return [
        Suggestion({
          editor: this.editor,
          pluginKey: new PluginKey('emoji'),
          minQueryLength: 2,
          allow: outsideCode,
          ...suggestionOptions({
            name: 'Emoji',
            char: ':',
            desk,
            items: (query) => emojiFor(query),
            insert: (editor, range, { sign }) =>
              editor
                .chain()
                .focus()
                .insertContentAt(range, `${sign ?? ''} `)
                .run(),
          }),
        }),
      ]
    },
  })
}

const NAME_LENGTH_MAXIMUM = 40
const WORDS_OF_A_NAME = 4

// A name may hold spaces; a sentence that began with an @ is no name any more.
function isNameLike(query: string): boolean {
  const words = query.split(' ')
  return (
    query.length <= NAME_LENGTH_MAXIMUM && words.length <= WORDS_OF_A_NAME && !/\s\s/.test(query)
  )
}

/** In code an @ or a colon is what it is. */
function outsideCode({
  state,
  range,
}: {
  readonly state: EditorState
  readonly range: { readonly from: number; readonly to: number }
}): boolean {
  if (state.doc.resolve(range.from).parent.type.spec.code) return false
  const { code } = state.schema.marks
  return !code || !state.doc.rangeHasMark(range.from, range.to, code)
}
