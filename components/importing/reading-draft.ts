// A reading that is being added, as it stands in the form; kept in the browser so that a reload loses nothing.

import { del, get, set } from 'idb-keyval'
import * as z from 'zod'
import { visibilityShape } from '@/lib/api/shapes'
import type { ReadingDetails, ReadingInput } from '@/lib/readings/contract'

const draftShape = z.object({
  title: z.string(),
  authors: z.string(),
  genre: z.string(),
  /** BCP 47; empty for the one that the words are in. */
  language: z.string(),
  groupId: z.string(),
  visibility: visibilityShape,
  sourceUrl: z.string(),
  licence: z.string(),
  dated: z.string(),
  /** ltr | rtl; empty for the language's own. */
  direction: z.string(),
  text: z.string(),
})
export type ReadingDraft = z.infer<typeof draftShape>
export type DraftField = keyof ReadingDraft
export type DraftErrors = Readonly<Partial<Record<DraftField, string>>>

export function emptyDraft(groupId: string): ReadingDraft {
  return {
    title: '',
    authors: '',
    genre: '',
    language: '',
    groupId,
    visibility: groupId === '' ? 'private' : 'group',
    sourceUrl: '',
    licence: '',
    dated: '',
    direction: '',
    text: '',
  }
}

/** What is wrong with a draft before the server is asked, by field. */
export function errorsIn(draft: ReadingDraft): DraftErrors {
  return {
    ...detailErrorsIn(draft),
    ...(draft.text.trim() === '' && { text: 'Paste or type the text.' }),
  }
}

/** What is wrong with what is said about a text, by field. */
export function detailErrorsIn(draft: ReadingDraft): DraftErrors {
  return {
    ...(draft.title.trim() === '' && { title: 'Give it the title that readers will know it by.' }),
    ...(draft.visibility === 'group' &&
      draft.groupId === '' && { visibility: 'Choose a group, or make it private or public.' }),
    ...(draft.sourceUrl.trim() !== '' &&
      !/^https?:\/\/\S+$/.test(draft.sourceUrl.trim()) && {
        sourceUrl: 'An address begins with https:// or http://.',
      }),
  }
}

/** The draft as the API takes it; what was left empty is left out. */
export function inputFrom(draft: ReadingDraft): ReadingInput {
  return { ...detailsFrom(draft), source: { format: 'markdown', value: withoutTitle(draft) } }
}

/** What is said about a text, as the API takes it. */
export function detailsFrom(draft: ReadingDraft): ReadingDetails {
  const given = (value: string) => (value.trim() === '' ? undefined : value.trim())
  return {
    title: draft.title.trim(),
    visibility: draft.visibility,
    groupId: given(draft.groupId),
    genre: given(draft.genre),
    language: given(draft.language),
    direction: draft.direction === 'ltr' || draft.direction === 'rtl' ? draft.direction : undefined,
    dated: given(draft.dated),
    sourceUrl: given(draft.sourceUrl),
    licence: given(draft.licence),
    authors: draft.authors
      .split(/[,;\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  }
}

const HEADING = /^ {0,3}#{1,2}[ \t]+(\S.*?)[ \t]*#*[ \t]*$|^ {0,3}(\S.*?)[ \t]*\n=+[ \t]*$/m

/** The title that a text gives itself in its first heading of the first or second level, without its marks, or null. */
export function titleIn(text: string): string | null {
  const [, marked, underlined] = HEADING.exec(text.slice(0, 2_000).replace(/\r\n?/g, '\n')) ?? []
  const title = plain(marked ?? underlined ?? '').slice(0, 500)
  return title === '' ? null : title
}

function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*{1,3}|~~|`+|(?<!\w)_{1,3})(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .trim()
}

/** The text without a first heading that only repeats the title, which stands above the text anyway. */
function withoutTitle({ text, title }: ReadingDraft): string {
  const [heading = ''] = /^\s*(?:#\s[^\n]*|\S[^\n]*\n=+[ \t]*(?=\n|$))/.exec(text) ?? []
  const rest = text.slice(heading.length)
  return heading !== '' && rest.trim() !== '' && titleIn(heading) === title.trim() ? rest : text
}

const keyOf = (place: string) => `draft/${place}`

const keptShape = draftShape.partial()
/** What a person has changed in a form, and where the text shall go. */
export type KeptDraft = z.infer<typeof keptShape>

const ALWAYS_KEPT: readonly DraftField[] = ['groupId', 'visibility']

/** What of a draft is not as it was offered: what is offered may be another the next time, once the text was read anew. */
export function changedIn(draft: ReadingDraft, initial: ReadingDraft): KeptDraft {
  const changed = draftShape
    .keyof()
    .options.filter((name) => ALWAYS_KEPT.includes(name) || draft[name] !== initial[name])
  return keptShape.parse(Object.fromEntries(changed.map((name) => [name, draft[name]])))
}

/** What was kept at a place (a person's form), if it can still be read. What a page said last when it went away counts first. */
export async function keptReading(place: string): Promise<KeptDraft | null> {
  try {
    const last = lastReading(place)
    if (last) await keepReading(place, last)
    const draft = keptShape.safeParse(last ?? (await get(keyOf(place))))
    return draft.success ? draft.data : null
  } catch {
    // Private windows may have no storage: then there is no draft.
    return null
  }
}

/** Keeps a draft, or forgets it. */
export async function keepReading(place: string, draft: KeptDraft | null): Promise<void> {
  try {
    localStorage.removeItem(keyOf(place))
    await (draft ? set(keyOf(place), draft) : del(keyOf(place)))
  } catch {
    // No storage: the form still holds it.
  }
}

/** Keeps a draft in the moment in which its page goes away, when there is no time to wait for the database of the browser. */
export function keepLastReading(place: string, draft: KeptDraft): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(draft))
  } catch {
    // A very long text has no room there: what was kept a moment ago must do.
  }
}

function lastReading(place: string): KeptDraft | null {
  const last = localStorage.getItem(keyOf(place))
  return last === null ? null : (keptShape.safeParse(JSON.parse(last)).data ?? null)
}
