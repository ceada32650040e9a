'use client'

import { useEffect } from 'react'
import { api } from '@/components/api-client'
import { useArticle, usePlace } from '@/components/readings/article/article-context'
import { useSectionInView } from '@/components/readings/article/use-section-in-view'
import { numberForPrint } from '@/components/readings/plain/print-numbers'
import { showPrintsPrivate } from '@/components/readings/preferences/print-private'
import { copyWordsAlone } from '@/components/readings/selection/copied'
import { useRoom, useRoomStore } from '@/components/room/context'
import { whereabouts } from '@/components/room/whereabouts'

const KEEP_MS = 4_000

/** Remembers where one stops reading, tells the others in which section one is, marks the paragraph that is read, and numbers the text for the printer. Shows nothing. */
export function ReadingHabits() {
  const section = useSectionInView()
  useEffect(() => whereabouts.readIn(section), [section])
  useKeptPosition()
  useReadParagraph()
  const room = useRoomStore()
  const article = useArticle()
  useEffect(() => {
    // The next look at a panel loads them again: nothing is lost by a failure here.
    room.loadBesides().catch(() => {})
  }, [room])
  useEffect(() => (article ? numberForPrint(article) : undefined), [article])
  useEffect(() => (article ? copyWordsAlone(article) : undefined), [article])
  useEffect(showPrintsPrivate, [])
  return null
}

function useKeptPosition(): void {
  const room = useRoomStore()
  const article = useArticle()
  const signedIn = useRoom(({ me }) => me !== null)
  useEffect(() => {
    if (!article || !signedIn) return
    const { reading, group } = room.getState()
    let kept = article.place.current().from
    const keep = (offset: number) => {
      const place = { groupId: group?.id, offset, revisionId: reading.revisionId }
      // Not worth a word when it fails: the next step is kept again.
      api.readings.keepPosition({ id: reading.id, ...place }).catch(() => {})
    }
    const look = () => {
      timer = undefined
      const offset = article.place.current().from
      // Whoever has a new revision before him for a while has seen it, also where he stopped before.
      if (offset === kept) return unseenAt !== null && keep(unseenAt)
      kept = offset
      keep(offset)
    }
    const { unseenAt } = reading
    let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(look, KEEP_MS)
    const stop = article.place.subscribe(() => {
      timer ??= setTimeout(look, KEEP_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [article, room, signedIn])
}

/** For those who let the rest of the text be dimmed (text.css). */
function useReadParagraph(): void {
  const article = useArticle()
  const eye = usePlace((place) => place.eye)
  useEffect(() => {
    const block = eye === null ? null : article?.index.blockAt(eye)
    const paragraph = block?.element.closest('.para')
    paragraph?.classList.add('is-read')
    return () => paragraph?.classList.remove('is-read')
  }, [article, eye])
}
