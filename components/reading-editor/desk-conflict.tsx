'use client'

import { useMemo } from 'react'
import type { DraftShape } from '@/lib/revisions/contract'
import { checkedReadingDoc } from '@/lib/text/reading-schema'
import { DraftConflict, wordsOf } from './draft-conflict'

/** What was saved elsewhere beside what is written here. */
export function DeskConflict({
  theirs,
  mine,
  ...rest
}: {
  readonly theirs: DraftShape | null
  readonly mine: Record<string, unknown>
  readonly language: string
  readonly onMine: () => void
  readonly onTheirs: () => void
  readonly onClose: () => void
}) {
  const texts = useMemo(
    () => ({
      mine: wordsOf(checkedReadingDoc(mine)),
      theirs: theirs && wordsOf(checkedReadingDoc(theirs.doc)),
    }),
    [mine, theirs],
  )
  return <DraftConflict {...texts} by={theirs?.updatedBy.name ?? null} {...rest} />
}
