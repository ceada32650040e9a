// What an editor has been given so far, kept outside of React: typing renders nothing.

import type { Written } from './post-editor'

export const NOTHING: Written = { doc: { type: 'doc', content: [] }, text: '' }

/** Whether there is a word in it. */
export function isEmpty({ text }: Pick<Written, 'text'>): boolean {
  return text.trim() === ''
}
