// One grammar of tags, for the API and for whoever types them: a tag is one line of words with single spaces, without a leading # and
// without a comma, for commas part tags. Capitals are kept as they were written, and tell no two tags apart.

import { Invalid } from '@/lib/errors'
import { hasInvisible } from '@/lib/text/invisible'

/** In UTF-16 code units, as they were sent. */
export const TAG_LENGTH_MAXIMUM = 50
export const TAGS_MAXIMUM = 20

/** A tag as it is kept: NFC, single spaces, no leading #. Not yet judged. */
export function tidyTag(tag: string): string {
  return tag
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[#\s]+/, '')
}

/** What is wrong with a tag, in words for whoever wrote it; null when nothing is. */
export function tagFault(tag: string): string | null {
  const clean = tidyTag(tag)
  if (clean === '') return 'A tag needs at least one letter.'
  if (clean.includes(',')) return `Commas separate tags. Write “${clean}” as several tags.`
  if (clean.length > TAG_LENGTH_MAXIMUM) {
    return `A tag has at most ${TAG_LENGTH_MAXIMUM} characters.`
  }
  if (hasInvisible(clean)) return 'A tag cannot contain invisible characters.'
  return null
}

/** Whether two tags are the same one: capitals do not count. */
export function isSameTag(one: string, other: string): boolean {
  return tagKey(one) === tagKey(other)
}

/** Tags as they are kept, each once, in the order given. Throws Invalid for the first with a fault. */
export function normaliseTags(tags: readonly string[]): string[] {
  for (const tag of tags) {
    const fault = tagFault(tag)
    if (fault !== null) throw new Invalid('tag', fault, { tag })
  }
  return eachOnce(tags.map(tidyTag))
}

/** The tags in a line that somebody wrote: parted by commas, each once, nothing left out for a fault. */
export function tagsFrom(written: string): string[] {
  return eachOnce(
    written
      .split(',')
      .map(tidyTag)
      .filter((tag) => tag !== ''),
  )
}

/** Tags as a line to go on writing in: `tagsFrom` gives the same tags again, if each is by the grammar. */
export function tagsWritten(tags: readonly string[]): string {
  return tags.join(', ')
}

function eachOnce(tags: readonly string[]): string[] {
  const kept = new Map<string, string>()
  for (const tag of tags) if (!kept.has(tagKey(tag))) kept.set(tagKey(tag), tag)
  return [...kept.values()]
}

function tagKey(tag: string): string {
  return tidyTag(tag).toLowerCase()
}
