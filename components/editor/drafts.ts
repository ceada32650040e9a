// What was written and not yet sent, kept in the browser: it survives reload, crash and a lost line. One draft for each person,
// reading, shelf and place.

import { del, get, set } from 'idb-keyval'
import type { Draft, draftShape } from './draft-shape'

/** The key of a draft: who writes, and at what. */
export function draftKey(personId: string, place: readonly (string | number | null)[]): string {
  return ['draft', personId, ...place.map((part) => part ?? '')].join('/')
}

/** The draft that was kept, if it can still be read. */
export async function keptDraft(key: string): Promise<Draft | null> {
  try {
    const { draftShape } = await import('./draft-shape')
    await bringHome(key, draftShape)
    const draft = draftShape.safeParse(await get(key))
    return draft.success ? draft.data : null
  } catch {
    // Private windows may have no storage: then there is no draft.
    return null
  }
}

/** Keeps a draft; an empty one is forgotten. Says whether that worked. */
export async function keepDraft(key: string, draft: Draft): Promise<boolean> {
  try {
    await (draft.text.trim() === '' ? del(key) : set(key, draft))
    return true
  } catch {
    return false
  }
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

/** Forgets a draft that has arrived, unless something else has been written in its place meanwhile. */
export async function forgetSent(key: string, text: string): Promise<void> {
  const kept = await keptDraft(key)
  if (kept?.text === text) await forgetDraft(key)
}
