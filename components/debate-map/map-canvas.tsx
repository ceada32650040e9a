'use client'

import { startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/button'
import type { TreeNode } from './argument-tree'
import type { MapMode } from './lens'
import { mapLayout, within } from './map-layout'
import { MapLegend } from './map-legend'
import { MapEdge, MapNode } from './map-node'
import { type PanZoom, panZoom, type Stretch } from './pan-zoom'

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
  const { frame, layer, view, stretch } = usePanZoom(layout)
  const { window, zoom } = stretch
  const { boxes, edges } = useMemo(() => within(layout, window), [layout, window])
  const [width, height] = [window.right - window.left, window.bottom - window.top]
  useEffect(() => {
    const box = layout.boxes.find(({ tree: { key } }) => key === chosen)
    if (box) view.current?.show(box)
  }, [layout, chosen, view])
  return (
    <>
      <div className="pan" ref={frame}>
        <div className="map-layer" ref={layer}>
          <svg
            className="map"
            data-mode={mode}
            width={width * zoom}
            height={height * zoom}
            viewBox={`${window.left} ${window.top} ${width} ${height}`}
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

const NOTHING: Stretch = { window: { left: 0, top: 0, right: 1, bottom: 1 }, zoom: 1 }
const PAD = 40

function usePanZoom(layout: ReturnType<typeof mapLayout>) {
  const frame = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const view = useRef<PanZoom | null>(null)
  const bounds = useRef(layout)
  bounds.current = layout
  const [stretch, setStretch] = useState(NOTHING)
  useEffect(() => {
    if (!frame.current || !layer.current) return
    const panning = panZoom(frame.current, layer.current, {
      bounds: () => bounds.current,
      // What is drawn ahead may take its time: the window moves on meanwhile.
      told: (next) => startTransition(() => setStretch(next)),
    })
    view.current = panning
    // Whoever prints or saves wants all of it.
    const whole = () => setStretch({ window: wholeOf(bounds.current), zoom: 1 })
    const around = frame.current
    globalThis.addEventListener('beforeprint', whole)
    around.addEventListener('wholemap', whole)
    return () => {
      panning.stop()
      globalThis.removeEventListener('beforeprint', whole)
      around.removeEventListener('wholemap', whole)
    }
  }, [])
  useLayoutEffect(() => view.current?.settle(stretch), [stretch])
  return { frame, layer, view, stretch }
}

function wholeOf({ left, top, width, height }: ReturnType<typeof mapLayout>) {
  return {
    left: left - PAD,
    top: top - PAD,
    right: left + width + PAD,
    bottom: top + height + PAD,
  }
}
