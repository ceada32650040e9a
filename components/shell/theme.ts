// The looks there are. `system` leaves the choice to the device.

const THEMES = ['light', 'sepia', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const THEME_COOKIE = 'theme'

/** The theme named by a cookie or a setting; null leaves it to the device. */
export function themeFrom(value: string | undefined): Theme | null {
  return THEMES.find((theme) => theme === value) ?? null
}

/** What the switch turns to: light, sepia, dark and round again. */
export function themeAfter(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'light'
}
