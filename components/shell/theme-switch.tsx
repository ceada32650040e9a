'use client'

import { useEffect, useState } from 'react'
import { api } from '@/components/api-client'
import { IconButton } from '@/components/ui/button'
import { THEME_COOKIE, type Theme, themeAfter, themeFrom } from './theme'

const YEAR = 365 * 24 * 60 * 60
const ICONS = { light: 'sun', sepia: 'book', dark: 'moon' } as const

/**
 * Turns light, sepia and dark over. Kept in a cookie, so that the next page is painted in it at once, and
 * with the person, so that another browser is too.
 */
export function ThemeSwitch({ signedIn }: { readonly signedIn: boolean }) {
  const [theme, setTheme] = useState<Theme | null>(null)

  // What is painted may be the device's own choice, which only the browser knows.
  useEffect(() => setTheme(shownTheme()), [])

  const turn = () => {
    const next = themeAfter(shownTheme())
    document.documentElement.dataset.theme = next
    keepTheme(next)
    if (signedIn) keepWithPerson(next)
    setTheme(next)
  }

  return (
    <IconButton
      className="theme-switch"
      size="sm"
      icon={ICONS[theme ?? 'light']}
      label={theme === null ? 'Theme' : `Theme: ${theme}. Change to ${themeAfter(theme)}`}
      onClick={turn}
    />
  )
}

function shownTheme(): Theme {
  const device = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  return themeFrom(document.documentElement.dataset.theme) ?? device
}

function keepTheme(theme: Theme): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve.
  document.cookie = `${THEME_COOKIE}=${theme}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`
}

// What is painted is right already; that another browser hears of it later may fail in silence.
function keepWithPerson(theme: Theme): void {
  api.people.updateSettings({ theme }).catch(() => undefined)
}
