'use client'

import { useRoom } from '@/components/room/context'
import { sectionAt } from '@/lib/text/document'
import { usePlace } from './article-context'

/** The id of the section that is being read; null until that is known. */
export function useSectionInView(): string | null {
  const sections = useRoom(({ reading }) => reading.sections)
  return usePlace(({ eye }) => sectionAt(sections, eye)?.id ?? null)
}
