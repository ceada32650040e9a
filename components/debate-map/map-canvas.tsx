'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/button'
import type { TreeNode } from './argument-tree'
import type { MapMode } from './debate-map'
import { mapLayout, type Window, within } from './map-layout'
import { MapLegend } from './map-legend'
import { MapEdge, MapNode } from './map-node'
import { type PanZoom, panZoom } from './pan-zoom'

const EVERYWHERE: Window = { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 }

/** The drawing: dragged and zoomed without rendering anything, but for what comes into sight. */
export function MapCanvas({
  tree,
  folded,
  onFold,
  chosen,
  onChoose,
  mode,
  strengths,
}: {
  readonly tree: TreeNode
  readonly folded: ReadonlySet<string>
  readonly onFold: (key: string) => void
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
  readonly mode: MapMode
  readonly strengths: ReadonlyMap<string, number> | null
}) {
  const layout = useMemo(() => mapLayout(tree, folded), [tree, folded])
  const { svg, view, window, zoom } = usePanZoom(layout)
  const { boxes, edges } = useMemo(() => within(layout, window), [layout, window])
  useEffect(() => {
    const box = layout.boxes.find(({ tree: { key } }) => key === chosen)
    if (box) view.current?.show(box)
  }, [layout, chosen, view])
  return (
    <>
      <div className="pan">
        <svg
          ref={svg}
          className="map"
          data-mode={mode}
          role="img"
          aria-label="Argument map; the outline beside it says the same in words"
        >
          <g>
            {edges.map((edge) => (
              <MapEdge key={edge.key} edge={edge} chosen={edge.key === chosen} />
            ))}
            {boxes.map((box) => (
              <MapNode
                key={box.tree.key}
                box={box}
                chosen={box.tree.key === chosen}
                strength={strengths?.get(box.tree.node.id) ?? null}
                onChoose={onChoose}
                onFold={onFold}
              />
            ))}
          </g>
        </svg>
      </div>
      <div className="canvas-foot">
        <MapLegend mode={mode} />
        <div className="toolbar zoom" role="toolbar" aria-label="Zoom">
          <IconButton
            icon="minus"
            label="Zoom out"
            onClick={() => view.current?.zoomBy(1 / 1.25)}
          />
          <span className="meta num" aria-live="polite">
            {Math.round(zoom * 100)} %
          </span>
          <IconButton icon="plus" label="Zoom in" onClick={() => view.current?.zoomBy(1.25)} />
          <IconButton icon="fit" label="Fit" onClick={() => view.current?.fit()} />
        </div>
      </div>
    </>
  )
}

function usePanZoom(layout: ReturnType<typeof mapLayout>) {
  const svg = useRef<SVGSVGElement>(null)
  const view = useRef<PanZoom | null>(null)
  const bounds = useRef(layout)
  bounds.current = layout
  const [window, setWindow] = useState<Window>(EVERYWHERE)
  const [zoom, setZoom] = useState(1)
  useEffect(() => {
    const drawing = svg.current
    if (!drawing) return
    const panning = panZoom(drawing, () => bounds.current, { onWindow: setWindow, onZoom: setZoom })
    view.current = panning
    // Whoever prints or saves wants all of it.
    const all = () => setWindow(EVERYWHERE)
    globalThis.addEventListener('beforeprint', all)
    drawing.addEventListener('wholemap', all)
    return () => {
      panning.stop()
      globalThis.removeEventListener('beforeprint', all)
      drawing.removeEventListener('wholemap', all)
    }
  }, [])
  return { svg, view, window, zoom }
}
