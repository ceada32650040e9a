// What the palette leads to and runs, apart from what a search finds. Pure.

import type { IconName } from '@/components/ui/icon-shapes'

export type PaletteEntry = {
  /** Unique in the list. */
  readonly id: string
  readonly icon: IconName
  readonly name: string
  /** Where it is, or whose words it brings. */
  readonly about?: string
  /** The keys that do the same. */
  readonly keys?: readonly string[]
  readonly act: { readonly href: string } | { readonly run: () => void }
}

export type PaletteGroup = { readonly name: string; readonly items: readonly PaletteEntry[] }

/** The pages of the site, and the parts of the settings. */
export function pageEntries({
  isSignedIn,
  isAdministrator,
}: {
  readonly isSignedIn: boolean
  readonly isAdministrator: boolean
}): readonly PaletteEntry[] {
  const page = (name: string, href: string, icon: IconName): PaletteEntry => ({
    id: href,
    icon,
    name,
    act: { href },
  })
  const forAll = [
    page('Library', '/', 'book'),
    page('Search', '/search', 'search'),
    page('API reference', '/docs/api', 'code'),
  ]
  if (!isSignedIn) return [...forAll, page('Sign in', '/sign-in', 'key')]
  return [
    ...forAll,
    page('Inbox', '/inbox', 'bell'),
    page('Mentions of me', '/inbox?view=mentions', 'at'),
    page('Groups', '/groups', 'people'),
    page('New reading', '/readings/new', 'plus'),
    page('New group', '/groups/new', 'plus'),
    page('Notes to review', '/look', 'eye'),
    page('My notes', '/search?q=by%3Ame', 'bookmark'),
    page('Settings: name', '/settings#name', 'settings'),
    page('Settings: password', '/settings#password', 'settings'),
    page('Settings: sessions', '/settings#sessions', 'settings'),
    page('Settings: access tokens', '/settings#tokens', 'settings'),
    page('Settings: email and digest', '/settings/notifications#mail', 'settings'),
    page('Settings: notifications of groups', '/settings/notifications#groups', 'settings'),
    page('Settings: watched and muted', '/settings/notifications#watched', 'settings'),
    ...(isAdministrator ? [page('Administration', '/admin', 'shield')] : []),
    page('Sign out', '/sign-out', 'sign-out'),
  ]
}

/** The pages of the reading that is open, and its sections. */
export function readingEntries({
  slug,
  groupSlug,
  sections,
}: {
  readonly slug: string
  readonly groupSlug: string | null
  readonly sections: readonly { readonly id: string; readonly title: string }[]
}): readonly PaletteEntry[] {
  const query = groupSlug === null ? '' : `?group=${encodeURIComponent(groupSlug)}`
  const path = `/readings/${slug}`
  return [
    { id: 'notes', icon: 'list', name: 'All notes', act: { href: `${path}/notes${query}` } },
    { id: 'debates', icon: 'tree', name: 'Debates', act: { href: `${path}/debates${query}` } },
    {
      id: 'revisions',
      icon: 'history',
      name: 'Revisions',
      act: { href: `${path}/revisions${query}` },
    },
    ...sections.map(
      ({ id, title }): PaletteEntry => ({
        id: `section/${id}`,
        icon: 'toc',
        name: title === '' ? 'Opening' : title,
        about: 'Section',
        act: { href: `#s-${id}` },
      }),
    ),
  ]
}

/** The entries whose names hold every word, however accents and capitals are, those that begin so first. */
export function matching(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries
  const found = entries.filter(({ name }) => words.every((word) => folded(name).includes(word)))
  const begins = ({ name }: PaletteEntry) => (folded(name).startsWith(words[0] ?? '') ? 0 : 1)
  return found.toSorted((one, other) => begins(one) - begins(other))
}

function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** What was typed as a search: the last word may still be going on. */
export function asSearch(typed: string): string {
  const words = typed.trim()
  return words === '' || /["*:]\S*$/.test(words) ? words : `${words}*`
}
