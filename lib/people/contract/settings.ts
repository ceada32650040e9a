// How somebody likes to read: kept with the person and, so that the server knows before anybody is signed in, in a cookie.

import * as z from 'zod'

export const THEMES = ['system', 'light', 'sepia', 'dark'] as const
export const FONTS = ['serif', 'literata', 'sans', 'atkinson', 'lexend', 'dyslexic'] as const

/** Sizes in CSS pixels, leading as a factor, measure in characters a line (WCAG 1.4.8: at most 80). */
export const settingsShape = z.strictObject({
  theme: z.enum(THEMES),
  font: z.enum(FONTS),
  size: z.number().int().min(15).max(28),
  leading: z.number().min(1.4).max(2),
  measure: z.enum(['narrow', 'normal', 'wide']),
  spacing: z.enum(['normal', 'wide']),
  focusLine: z.boolean(),
  keys: z.boolean(),
})
export type Settings = z.infer<typeof settingsShape>

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  font: 'serif',
  size: 19,
  leading: 1.6,
  measure: 'normal',
  spacing: 'normal',
  focusLine: false,
  keys: true,
}

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
