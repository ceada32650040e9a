// Tags while somebody writes them: those that are added, and what stands in the field and is not added yet.

import { isSameTag, tagFault, tagsFrom, tagsWritten } from '@/lib/annotations/tags'

export type Tagging = { readonly tags: readonly string[]; readonly rest: string }

/** The line of a draft, as tags. */
export function taggingOf(line: string): Tagging {
  return { tags: tagsFrom(line), rest: '' }
}

/** As a line that can be kept with a draft. */
export function taggingLine({ tags, rest }: Tagging): string {
  return tagsWritten(rest.trim() === '' ? tags : [...tags, rest])
}

/** All tags, also the one that was not added yet. */
export function allTags({ tags, rest }: Tagging): string[] {
  const fresh = tagsFrom(rest).filter((tag) => !tags.some((other) => isSameTag(tag, other)))
  return [...tags, ...fresh]
}

/** What stands in the field has been added, as far as it may be a tag; what may not stays in it. */
export function added(tagging: Tagging): Tagging {
  const wrong = tagsFrom(tagging.rest).filter((tag) => tagFault(tag) !== null)
  const tags = allTags(tagging).filter((tag) => !wrong.includes(tag))
  return { tags, rest: wrong.join(', ') }
}

/** What is wrong with a tag, naming it; null when all may be kept. */
export function taggingFault(tagging: Tagging): string | null {
  for (const tag of allTags(tagging)) {
    const fault = tagFault(tag)
    if (fault !== null) return `Tag “${tag}”: ${fault}`
  }
  return null
}
