import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { THEME_COOKIE, type Theme, themeFrom } from '@/components/shell/theme'
import { Toaster } from '@/components/ui/toast'
import { currentActor } from '@/lib/auth/session'
import { presentMe } from '@/lib/people/present'
import { myself } from '@/lib/people/queries'
import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/forced-colors.css'
import './styles/buttons.css'
import './styles/chips.css'
import './styles/fields.css'
import './styles/cards.css'
import './styles/overlays.css'
import './styles/messages.css'
import './styles/notices.css'
import './styles/palette.css'
import './styles/highlights.css'

export const metadata: Metadata = {
  title: { default: 'Colloquy', template: '%s · Colloquy' },
  description: 'Read a text together and argue in its margins.',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  // A keyboard on the screen makes the page smaller, so that what stands at its foot stays in view.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#15171a' },
  ],
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = await themeShown()
  return (
    <html lang="en" data-theme={theme ?? undefined} data-scroll-behavior="smooth">
      <body>
        <NuqsAdapter>{children}</NuqsAdapter>
        <Toaster />
      </body>
    </html>
  )
}

/** This browser's choice or, where it has made none, the person's; null leaves it to the device. */
async function themeShown(): Promise<Theme | null> {
  const kept = themeFrom((await cookies()).get(THEME_COOKIE)?.value)
  if (kept !== null) return kept
  const actor = await currentActor()
  if (actor.kind === 'anonymous') return null
  return themeFrom(presentMe(await myself(actor)).settings.theme)
}
