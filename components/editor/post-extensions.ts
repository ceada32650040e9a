// What the editor of a post consists of: the schema that posts are kept in, and what helps to write it.

import { type AnyExtension, Extension } from '@tiptap/core'
import { Placeholder } from '@tiptap/extensions'
import { PluginKey } from '@tiptap/pm/state'
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
          ...suggestionOptions({
            name: 'People',
            char: '@',
            desk,
            items: async (query) =>
              (await people(query)).slice(0, 8).map(({ id, name }) => ({ key: id, label: name })),
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
