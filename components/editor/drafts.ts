// What was written and not yet sent, kept in the browser: it survives reload, crash and a lost line. One draft for each person,
// reading, group and place.

import { del, entries, get, set } from 'idb-keyval'
import type { Draft, draftShape } from './draft-shape'

const changed = new Set<(key: string) => void>()
/** Where nothing can be stored, as in some private windows: until the page is left. */
const unstored = new Map<string, Draft>()

/** The key of a draft: who writes, and at what. */
export function draftKey(personId: string, place: readonly (string | number | null)[]): string {
  return ['draft', personId, ...place.map((part) => part ?? '')].join('/')
}

/** Tells of every draft that was kept or forgotten in this window. Returns how to stop. */
export function onDraftChange(listener: (key: string) => void): () => void {
  changed.add(listener)
  return () => changed.delete(listener)
}

/** The draft that was kept, if it can still be read. */
export async function keptDraft(key: string): Promise<Draft | null> {
  try {
    const { draftShape } = await import('./draft-shape')
    await bringHome(key, draftShape)
    const draft = draftShape.safeParse(await get(key))
    return draft.success ? draft.data : null
  } catch {
    return unstored.get(key) ?? null
  }
}

/** All drafts whose keys begin so, the newest first. */
export async function keptDrafts(prefix: string): Promise<readonly [string, Draft][]> {
  const found = await storedDrafts(prefix).catch(() => [...unstored])
  return found
    .filter(([key]) => key.startsWith(prefix))
    .toSorted(([, a], [, b]) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))
}

async function storedDrafts(prefix: string): Promise<[string, Draft][]> {
  const { draftShape } = await import('./draft-shape')
  const leftBehind = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  await Promise.all(leftBehind.map((key) => bringHome(key, draftShape)))
  return (await entries<string, unknown>()).flatMap(([key, value]): [string, Draft][] => {
    if (!String(key).startsWith(prefix)) return []
    const draft = draftShape.safeParse(value)
    return draft.success ? [[key, draft.data]] : []
  })
}

/** Keeps a draft; an empty one is forgotten. Says whether that worked. */
export async function keepDraft(key: string, draft: Draft): Promise<boolean> {
  const nothing = isNothing(draft)
  try {
    await (nothing ? del(key) : set(key, draft))
    return true
  } catch {
    if (nothing) unstored.delete(key)
    else unstored.set(key, draft)
    return false
  } finally {
    for (const listener of changed) listener(key)
  }
}

/** A bare stance with tags says something, too, and so does what a claim shall rest on. */
function isNothing({ text, tags = '', claim }: Draft): boolean {
  return text.trim() === '' && tags.trim() === '' && !claim?.evidence.length
}

/**
 * Keeps a draft while the page goes away. IndexedDB answers later, which may be too late; local storage answers at once, so the
 * last words wait there until the next page brings them home.
 */
export function keepLastWords(key: string, draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // No storage, or none left: IndexedDB was asked as well.
  }
}

async function bringHome(key: string, shape: typeof draftShape): Promise<void> {
  const words = localStorage.getItem(key)
  if (words === null) return
  const draft = shape.safeParse(JSON.parse(words))
  if (draft.success) await keepDraft(key, draft.data)
  localStorage.removeItem(key)
}

export async function forgetDraft(key: string): Promise<void> {
  await keepDraft(key, { doc: null, text: '' })
}

/** Forgets a draft that is kept elsewhere or has arrived, unless something else was written in its place meanwhile. */
export async function forgetSent(key: string, text: string): Promise<void> {
  const kept = await keptDraft(key)
  if (kept?.text === text) await forgetDraft(key)
}
