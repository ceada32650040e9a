'use client'

import { useEffect, useState } from 'react'
import { type LiveArticle, useArticle } from '@/components/readings/article/article-context'
import type { Passage } from '@/components/room/state'
import { selectedPassage } from './selected-passage'

const SETTLED_MS = 160

/** What the reader has selected in the text, once the selection rests. */
export function useSelectedPassage(): readonly [Passage | null, () => void] {
  const article = useArticle()
  const [passage, setPassage] = useState<Passage | null>(null)
  useEffect(() => (article ? watchSelection(article, setPassage) : undefined), [article])
  return [passage, () => setPassage(null)]
}

function watchSelection(
  article: LiveArticle,
  changed: (passage: Passage | null) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let held = false
  const read = () => changed(held ? null : selectedPassage(article))
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(read, SETTLED_MS)
  }
  const abort = new AbortController()
  const { signal } = abort
  document.addEventListener('selectionchange', later, { signal })
  article.root.addEventListener(
    'pointerdown',
    ({ pointerType }) => {
      held = pointerType === 'mouse'
    },
    { signal },
  )
  document.addEventListener(
    'pointerup',
    () => {
      held = false
      later()
    },
    { signal },
  )
  return () => {
    clearTimeout(timer)
    abort.abort()
  }
}
