'use client'

import { useEffect, useState } from 'react'
import { useArticle } from '@/components/readings/article/article-context'
import { useRoom, useRoomStore } from '@/components/room/context'
import { listenerFor } from '@/components/room/listeners'
import { Icon } from '@/components/ui/icon'
import { barMessage } from '@/lib/debates/contract/bar'
import type { CitationShape } from '@/lib/debates/contract/debates'
import { debatesApi } from './debates-api'

type Placed = CitationShape & { readonly top: number }

/** Beside the text: where a passage is cited as evidence, and the way to the debate that cites it. */
export function CitedMarks() {
  const cited = useCitations()
  const placed = usePlaced(cited)
  if (placed.length === 0) return null
  return (
    <ul className="cited-marks" aria-label="Passages cited in debates">
      {placed.map(({ start, end, top, claims, sectionId, text }) => {
        const words = claims === 1 ? `Cited by a claim: ${text}` : `Cited by ${claims} claims`
        return (
          <li key={`${start}-${end}`} style={{ insetBlockStart: top }}>
            <a href={`#debate=${sectionId}`} title={words} aria-label={words}>
              <Icon name="quote" size={14} />
            </a>
          </li>
        )
      })}
    </ul>
  )
}

const PAUSE_MS = 500

const CITING_KINDS: ReadonlySet<string> = new Set([
  'claim.cited',
  'claim.added',
  'claim.rearranged',
  'claim.withdrawn',
])

function useCitations(): readonly CitationShape[] {
  const room = useRoomStore()
  const readingId = useRoom(({ reading }) => reading.id)
  const groupId = useRoom(({ group }) => group?.id)
  const [cited, setCited] = useState<readonly CitationShape[]>([])
  useEffect(() => {
    if (groupId === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = () =>
      debatesApi.debates.citations({ id: readingId, groupId }).then(
        ({ items }) => setCited(items),
        () => {}, // the marks come with the next news
      )
    void ask()
    const askSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), PAUSE_MS)
    }
    const listener = listenerFor(barMessage, {
      hear: ({ kind }) => {
        if (CITING_KINDS.has(kind)) askSoon()
      },
      refetch: askSoon,
    })
    const stop = room.addListener(listener)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [room, readingId, groupId])
  return cited
}

const LINE = 24

/** Marks on one line would cover each other: the first stands for them. */
function apart(placed: readonly Placed[]): readonly Placed[] {
  const shown: Placed[] = []
  for (const mark of placed.toSorted((a, b) => a.top - b.top)) {
    const last = shown.at(-1)
    if (last && mark.top - last.top < LINE) {
      shown[shown.length - 1] = { ...last, claims: last.claims + mark.claims }
    } else shown.push(mark)
  }
  return shown
}

/** Where they lie now: after each change of the page's layout anew. */
function usePlaced(cited: readonly CitationShape[]): readonly Placed[] {
  const article = useArticle()
  const [placed, setPlaced] = useState<readonly Placed[]>([])
  useEffect(() => {
    if (!article) return
    const place = () => {
      const origin = article.root.getBoundingClientRect().top + scrollY
      const all = cited.flatMap((citation) => {
        const top = article.geometry.topOf(citation.start, citation.end)
        return top === null ? [] : [{ ...citation, top: top - origin }]
      })
      setPlaced(apart(all))
    }
    place()
    return article.geometry.observe(place)
  }, [article, cited])
  return placed
}
