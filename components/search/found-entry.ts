// What was found as a line that leads there: for lists that have no place for its words in full.

import type { IconName } from '@/components/ui/icon-shapes'
import type { FoundShape } from '@/lib/search/contract'

export type FoundEntry = {
  readonly id: string
  readonly icon: IconName
  readonly name: string
  readonly about: string
  readonly act: { readonly href: string }
}

/** The picture of each kind of thing that is found. */
export const FOUND_ICONS: Readonly<Record<FoundShape['kind'], IconName>> = {
  reading: 'book',
  text: 'book',
  annotation: 'bookmark',
  reply: 'reply',
  claim: 'flag',
  person: 'people',
}

/** Makes lines of what was found: `here` in the reading that is open, whose title says nothing new there, or anywhere. */
export function foundEntry(list: 'here' | 'anywhere'): (found: FoundShape) => FoundEntry {
  return (found) => {
    const { kind, id, part, snippet, reading, section, author } = found
    const title = kind === 'reading' ? '' : reading?.title
    return {
      id: `${list}/${kind}/${id}/${part}`,
      icon: FOUND_ICONS[kind],
      name: kind === 'reading' ? (reading?.title ?? snippet) : snippet,
      about: [author?.name, list === 'here' ? section : title].filter(Boolean).join(', '),
      act: { href: foundHref(found) },
    }
  }
}

/** Where something that was found is read; a person leads to what they wrote. */
export function foundHref(found: FoundShape): string {
  const { kind, snippet, reading, group, threadId, sectionId } = found
  if (reading === null) return `/search?q=${encodeURIComponent(`by:"${snippet}"`)}`
  const query = group === null ? '' : `?group=${encodeURIComponent(group.slug)}`
  const path = `/readings/${reading.slug}`
  if (kind === 'claim' && sectionId !== null) return `${path}/debates/${sectionId}${query}`
  if (kind === 'text' && sectionId !== null) return `${path}${query}#s-${sectionId}`
  return `${path}${query}${threadId === null ? '' : `#note=${threadId}`}`
}
