'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { useRoom, useRoomStore } from '@/components/room/context'
import { listenerFor } from '@/components/room/listeners'
import { Icon } from '@/components/ui/icon'
import { type BarShape, barMessage } from '@/lib/debates/contract/bar'
import { Tally } from './tally'

const OpenDebate = dynamic(() => import('./open-debate').then(({ OpenDebate: it }) => it), {
  loading: () => <div className="debate skeleton debate-skeleton" aria-hidden="true" />,
})

type Props = {
  readonly sectionId: string
  readonly title: string
  /** Null while nobody has opened the debate on this section. */
  readonly bar: BarShape | null
  /** The debate's own page, for browsers without scripts. */
  readonly href: string
}

/** The bar after a section: what its debate holds; opens it in place. What is in it is loaded only then. */
export function SectionDebate({ sectionId, title, bar: made, href }: Props) {
  const bar = useLiveBar(sectionId, made)
  const me = useRoom((state) => state.me)
  const [open, setOpen] = useState(false)
  useOpenByAddress(sectionId, () => setOpen(true))
  if (bar === null && me === null) return null
  return (
    <section className="section-debate" data-aside="" aria-label={`Debate on ${title}`}>
      {open ? (
        <OpenDebate sectionId={sectionId} href={href} onClose={() => setOpen(false)} />
      ) : (
        <a
          className="debate-bar"
          href={href}
          aria-expanded="false"
          // A link to those without scripts and to a new tab; here it opens in place.
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            setOpen(true)
          }}
        >
          <BarWords bar={bar} />
          <Icon name="down" size={14} className="push" />
        </a>
      )}
    </section>
  )
}

/** The counts of a debate, each in icon and number, in words for screen readers. */
function BarWords({ bar }: { readonly bar: BarShape | null }) {
  if (bar === null) return <span>Open a debate on this section</span>
  const { thesis, stances, supports, opposes, qualifies, openQuestions } = bar
  return (
    <>
      <span className="db-word">Debate</span>
      {thesis && <span className="db-thesis">{thesis}</span>}
      <span className="tallies">
        <Tally icon="support" className="is-support" count={supports} word="in support" />
        <Tally icon="oppose" className="is-oppose" count={opposes} word="opposed" />
        <Tally icon="nuance" className="is-nuance" count={qualifies} word="qualifying" />
      </span>
      {stances > 0 && (
        <span className="meta num">
          {stances === 1 ? '1 person took a stance' : `${stances} people took a stance`}
        </span>
      )}
      {openQuestions > 0 && (
        <span className="meta num">
          {openQuestions === 1 ? '1 open question' : `${openQuestions} open questions`}
        </span>
      )}
    </>
  )
}

async function barOf(id: string): Promise<BarShape> {
  const { debatesApi } = await import('./debates-api')
  return (await debatesApi.debates.get({ id })).bar
}

function useLiveBar(sectionId: string, made: BarShape | null): BarShape | null {
  const room = useRoomStore()
  const [bar, setBar] = useState(made)
  const id = bar?.id
  useEffect(
    () =>
      room.addListener(
        listenerFor(barMessage, {
          hear: ({ debate }) => {
            if (debate.sectionId === sectionId) setBar(debate.bar)
          },
          refetch: () => {
            if (id === undefined) return
            barOf(id).then(setBar, () => {}) // the next message says it
          },
        }),
      ),
    [room, sectionId, id],
  )
  return bar
}

/** `#debate=…` in the address opens a section's debate. */
function useOpenByAddress(sectionId: string, open: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `open` only sets state.
  useEffect(() => {
    const look = () => {
      if (location.hash === `#debate=${sectionId}`) open()
    }
    look()
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [sectionId])
}
