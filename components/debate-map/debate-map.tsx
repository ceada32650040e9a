'use client'

import { useEffect, useMemo, useState } from 'react'
import { debatesApi } from '@/components/debates/debates-api'
import { useRoomStore } from '@/components/room/context'
import { listenerFor } from '@/components/room/listeners'
import { EmptyState } from '@/components/ui/empty-state'
import { barMessage } from '@/lib/debates/contract/bar'
import type { GraphShape } from '@/lib/debates/contract/debates'
import { foldedAtFirst, treesOf } from './argument-tree'
import { EVERYONE, type Lens, type MapMode } from './lens'
import { MapBar } from './map-bar'
import { MapCanvas } from './map-canvas'
import { OutlineTree } from './outline-tree'
import { STRENGTH_RULE, strengthsOf } from './strengths'

/** Outline and map of a debate, on one choice and one folding. */
export function DebateMap({
  graph: made,
  showsVoters,
  href,
}: {
  readonly graph: GraphShape
  readonly showsVoters: boolean
  readonly href: string
}) {
  const [lens, setLens] = useState<Lens>(EVERYONE)
  const graph = useLiveGraph(made, lens)
  const trees = useMemo(() => treesOf(graph), [graph])
  const [folded, setFolded] = useState(() => foldedAtFirst(treesOf(made)))
  const [chosen, setChosen] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const [mode, setMode] = useState<MapMode>('kind')
  const strengths = useMemo(() => (mode === 'computed' ? strengthsOf(graph) : null), [graph, mode])
  const shown = trees[Math.min(at, trees.length - 1)]
  const fold = (key: string) => {
    const next = new Set(folded)
    if (!next.delete(key)) next.add(key)
    setFolded(next)
  }
  if (!shown) {
    return (
      <main id="map" className="page">
        <EmptyState title="There is nothing to map yet">
          A map needs a thesis. <a href={href}>Go to the debate</a>
        </EmptyState>
      </main>
    )
  }
  return (
    <>
      <MapBar
        href={href}
        thesis={{ at, of: trees.length, id: shown.node.id, onGo: setAt }}
        mode={mode}
        onMode={setMode}
        lens={lens}
        onLens={setLens}
        showsVoters={showsVoters}
      />
      <div className="mapwrap">
        <nav
          className="map-outline"
          id="outline"
          aria-label="Outline of the argument"
          tabIndex={-1}
        >
          <OutlineTree
            trees={trees}
            folded={folded}
            onFold={fold}
            chosen={chosen}
            onChoose={(key, tree) => {
              setChosen(key)
              if (tree >= 0) setAt(tree)
            }}
            href={href}
          />
        </nav>
        <main className="canvas" id="map" tabIndex={-1}>
          <MapCanvas
            key={shown.key}
            tree={shown}
            folded={folded}
            onFold={fold}
            chosen={chosen}
            onChoose={setChosen}
            mode={mode}
            strengths={strengths}
          />
          {mode === 'computed' && <p className="meta map-rule">{STRENGTH_RULE}</p>}
        </main>
      </div>
    </>
  )
}

const PAUSE_MS = 400

/** The graph through a lens, asked for anew when something happens in the debate. */
function useLiveGraph(made: GraphShape, lens: Lens): GraphShape {
  const room = useRoomStore()
  const [graph, setGraph] = useState(made)
  const { debateId } = made
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let away = false
    const ask = () => {
      debatesApi.debates.graph({ id: debateId, ...lens.query }).then(
        (fresh) => {
          if (!away) setGraph(fresh)
        },
        () => {}, // what is shown stays until the next news
      )
    }
    if (lens !== EVERYONE) ask()
    else setGraph(made)
    const askSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(ask, PAUSE_MS)
    }
    const listener = listenerFor(barMessage, {
      hear: ({ debate }) => {
        if (debate.debateId === debateId) askSoon()
      },
      refetch: askSoon,
    })
    const stop = room.addListener(listener)
    return () => {
      away = true
      clearTimeout(timer)
      stop()
    }
  }, [room, debateId, lens, made])
  return graph
}
