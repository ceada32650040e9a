// How somebody likes to read: kept with the person and, so that the server knows before anybody is signed in, in cookies of the
// browser, which come first.

import * as z from 'zod'

const THEMES = ['system', 'light', 'sepia', 'dark'] as const

export const settingsShape = z.strictObject({
  theme: z.enum(THEMES),
  /** Font, size, leading and the like, as the cookie of the reading room says them; empty: as usual. */
  look: z.string().max(200),
})
export type Settings = z.infer<typeof settingsShape>

const DEFAULT_SETTINGS: Settings = { theme: 'system', look: '' }

/** Settings from anything that was kept: what is missing or was never valid is as it is by default. */
export function settingsFrom(kept: unknown): Settings {
  if (typeof kept !== 'object' || kept === null) return DEFAULT_SETTINGS
  const merged = { ...DEFAULT_SETTINGS }
  for (const [key, value] of Object.entries(kept)) {
    const parsed = settingsShape.partial().safeParse({ [key]: value })
    if (parsed.success) Object.assign(merged, parsed.data)
  }
  return merged
}
