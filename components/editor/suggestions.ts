// What the editor offers while one writes "@no" or ":smi". The editor's plugin says when to begin, change and end; a React list shows
// it (suggestion-list.tsx). This is what lies between the two.

import type { Editor, Range } from '@tiptap/core'

/** One thing that may be chosen. */
export type Choice = {
  readonly key: string
  readonly label: string
  /** What stands before the label: an emoji. */
  readonly sign?: string
}

export type Offer = {
  readonly name: string
  readonly choices: readonly Choice[]
  readonly loading: boolean
  readonly at: () => DOMRect | null
  readonly choose: (choice: Choice) => void
}

export type OfferDesk = {
  /** Called with every new offer; null ends it. */
  show: (offer: Offer | null) => void
  /** Whether the list has used a key, so that the editor leaves it alone. */
  key: (event: KeyboardEvent) => boolean
}

type PluginProps = {
  readonly items: Choice[]
  readonly loading?: boolean
  readonly command: (choice: Choice) => void
  readonly clientRect?: (() => DOMRect | null) | null
}

/** The options of TipTap's suggestion plugin that lead to a desk. */
export function suggestionOptions({
  name,
  char,
  desk,
  items,
  insert,
}: {
  readonly name: string
  readonly char: string
  readonly desk: OfferDesk
  readonly items: (query: string) => Promise<Choice[]>
  readonly insert: (editor: Editor, range: Range, choice: Choice) => void
}) {
  const show = ({ items: choices, loading, command, clientRect }: PluginProps) =>
    desk.show({
      name,
      choices,
      loading: loading ?? false,
      at: () => clientRect?.() ?? null,
      choose: command,
    })
  return {
    char,
    items: ({ query }: { query: string }) => items(query),
    command: ({ editor, range, props }: { editor: Editor; range: Range; props: Choice }) =>
      insert(editor, range, props),
    render: () => ({
      onStart: show,
      onUpdate: show,
      onExit: () => desk.show(null),
      onKeyDown: ({ event }: { event: KeyboardEvent }) => desk.key(event),
    }),
  }
}
