// What was written and not yet sent, kept in the browser: it survives reload, crash and a lost line. One draft for each person,
// reading, shelf and place.

import type { JSONContent } from '@tiptap/core'
import { del, get, set } from 'idb-keyval'
import * as z from 'zod'
import { kindShape } from '@/lib/annotations/contract'
import { visibilityShape } from '@/lib/api/shapes'
import { editsShape } from '@/lib/revisions/contract'

const contentShape: z.ZodType<JSONContent> = z.record(z.string(), z.any())
const draftShape = z.object({
  doc: contentShape.nullable(),
  text: z.string(),
  kind: kindShape.optional(),
  visibility: visibilityShape.optional(),
  tags: z.string().optional(),
  /** Of a text: which state of it on the server this goes on from, and what is kept of its base. */
  from: z.string().optional(),
  edits: editsShape.nullable().optional(),
})
export type Draft = z.infer<typeof draftShape>

/** The key of a draft: who writes, and at what. */
export function draftKey(personId: string, place: readonly (string | number | null)[]): string {
  return ['draft', personId, ...place.map((part) => part ?? '')].join('/')
}

/** The draft that was kept, if it can still be read. */
export async function keptDraft(key: string): Promise<Draft | null> {
  try {
    await bringHome(key)
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

async function bringHome(key: string): Promise<void> {
  const words = localStorage.getItem(key)
  if (words === null) return
  const draft = draftShape.safeParse(JSON.parse(words))
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
