// Dragging and zooming a drawing. The stretch around the window is drawn once, as a layer of its own, and moved by hand once a frame: while one pans nothing is
// rendered or painted. Only when the window leaves that stretch, or the zoom changes, is another stretch asked for.

import type { MapLayout, Window } from './map-layout'

export type PanZoom = {
  readonly zoomBy: (factor: number) => void
  readonly fit: () => void
  /** Brings a box into the window if it is not in it. */
  readonly show: (box: { x: number; y: number; width: number; height: number }) => void
  /** Puts the layer where it belongs, after another stretch was drawn on it. */
  readonly settle: (stretch: Stretch) => void
  readonly stop: () => void
}

/** The stretch to draw and how large. */
export type Stretch = { readonly window: Window; readonly zoom: number }

type Told = (stretch: Stretch) => void

const LEAST = 0.1
const MOST = 2.5
const MARGIN = 28
/** How much more than the window is drawn, on each side, as a share of the window, and with how little left of it more is asked for. */
const SPARE = 0.75
const ENOUGH = 0.2

/** Makes a drawing pan by dragging and wheel, and zoom by wheel and pinch. Call `stop` when it goes. */
export function panZoom(
  frame: HTMLElement,
  layer: HTMLElement,
  { bounds, told }: { bounds: () => MapLayout; told: Told },
): PanZoom {
  const view = new View(frame, layer, { bounds, told })
  const abort = new AbortController()
  const listen = { signal: abort.signal }
  frame.addEventListener('wheel', (event) => view.wheel(event), { ...listen, passive: false })
  dragging(frame, listen, (dx, dy) => view.move(dx, dy))
  const watch = new ResizeObserver(() => view.later())
  watch.observe(frame)
  view.whole()
  return {
    zoomBy: (factor) => view.zoomAt(factor, frame.clientWidth / 2, frame.clientHeight / 2),
    fit: () => view.whole(),
    show: (box) => view.show(box),
    settle: (stretch) => view.settle(stretch),
    stop: () => {
      abort.abort()
      watch.disconnect()
      view.stop()
    },
  }
}

type Rect = Parameters<PanZoom['show']>[0]

/** Where the drawing stands in its window. */
class View {
  readonly #frame: HTMLElement
  readonly #layer: HTMLElement
  readonly #bounds: () => MapLayout
  readonly #told: Told
  #x = MARGIN
  #y = MARGIN
  #zoom = 1
  #asked = 0
  /** The stretch that was asked for last, and the one that is to be seen. */
  #drawn: Stretch | null = null
  #painted: Stretch | null = null

  constructor(
    frame: HTMLElement,
    layer: HTMLElement,
    { bounds, told }: { bounds: () => MapLayout; told: Told },
  ) {
    this.#frame = frame
    this.#layer = layer
    this.#bounds = bounds
    this.#told = told
  }

  later(): void {
    this.#asked ||= requestAnimationFrame(() => this.#paint())
  }

  stop(): void {
    cancelAnimationFrame(this.#asked)
  }

  move(dx: number, dy: number): void {
    this.#x += dx
    this.#y += dy
    this.later()
  }

  wheel(event: WheelEvent): void {
    event.preventDefault()
    if (!event.ctrlKey && !event.metaKey) {
      this.move(-event.deltaX, -event.deltaY)
      return
    }
    const { left, top } = this.#frame.getBoundingClientRect()
    this.zoomAt(Math.exp(-event.deltaY / 200), event.clientX - left, event.clientY - top)
  }

  zoomAt(factor: number, px: number, py: number): void {
    // A large map that was shown whole may be smaller than one could make it by hand.
    const least = Math.min(LEAST, this.#zoom)
    const next = Math.min(MOST, Math.max(least, this.#zoom * factor))
    this.#place({
      x: px - ((px - this.#x) * next) / this.#zoom,
      y: py - ((py - this.#y) * next) / this.#zoom,
      zoom: next,
    })
  }

  /** All of it in the window. */
  whole(): void {
    const { left, top, width, height } = this.#bounds()
    const { clientWidth, clientHeight } = this.#frame
    const room = { width: clientWidth - 2 * MARGIN, height: clientHeight - 2 * MARGIN }
    const zoom = Math.min(1, room.width / width, room.height / height)
    const x = (clientWidth - width * zoom) / 2 - left * zoom
    this.#place({ x, y: (clientHeight - height * zoom) / 2 - top * zoom, zoom })
  }

  show({ x, y, width, height }: Rect): void {
    const box = { left: x, top: y, right: x + width, bottom: y + height }
    if (contains(this.#window(), box)) return
    const { clientWidth, clientHeight } = this.#frame
    this.#x = clientWidth / 2 - (x + width / 2) * this.#zoom
    this.#y = clientHeight / 2 - (y + height / 2) * this.#zoom
    this.later()
  }

  #place({ x, y, zoom }: { x: number; y: number; zoom: number }): void {
    this.#x = x
    this.#y = y
    this.#zoom = zoom
    this.#drawn = null
    this.later()
  }

  settle(stretch: Stretch): void {
    this.#painted = stretch
    const { window, zoom } = stretch
    const [x, y] = [this.#x + window.left * zoom, this.#y + window.top * zoom]
    this.#layer.style.transform = `translate3d(${x}px, ${y}px, 0)`
  }

  #paint(): void {
    this.#asked = 0
    // Another size needs another drawing; until that is there, the one before stays where it is.
    if (this.#painted?.zoom === this.#zoom) this.settle(this.#painted)
    const seen = this.#window()
    if (this.#drawn && contains(this.#drawn.window, grown(seen, ENOUGH))) return
    this.#drawn = { window: grown(seen, SPARE), zoom: this.#zoom }
    this.#told(this.#drawn)
  }

  #window(): Window {
    const { clientWidth, clientHeight } = this.#frame
    return {
      left: -this.#x / this.#zoom,
      top: -this.#y / this.#zoom,
      right: (clientWidth - this.#x) / this.#zoom,
      bottom: (clientHeight - this.#y) / this.#zoom,
    }
  }
}

function dragging(
  frame: HTMLElement,
  listen: { signal: AbortSignal },
  moved: (dx: number, dy: number) => void,
): void {
  let held: { id: number; x: number; y: number } | null = null
  frame.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return
      held = { id: event.pointerId, x: event.clientX, y: event.clientY }
    },
    listen,
  )
  frame.addEventListener(
    'pointermove',
    (event) => {
      if (held?.id !== event.pointerId) return
      // Only once it is a drag, so that a click on a box stays one.
      if (!frame.hasPointerCapture(held.id)) frame.setPointerCapture(held.id)
      moved(event.clientX - held.x, event.clientY - held.y)
      held = { id: held.id, x: event.clientX, y: event.clientY }
    },
    listen,
  )
  const release = () => {
    held = null
  }
  frame.addEventListener('pointerup', release, listen)
  frame.addEventListener('pointercancel', release, listen)
}

function contains(outer: Window, inner: Window): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.right >= inner.right &&
    outer.bottom >= inner.bottom
  )
}

function grown({ left, top, right, bottom }: Window, share: number): Window {
  const [dx, dy] = [(right - left) * share, (bottom - top) * share]
  return { left: left - dx, top: top - dy, right: right + dx, bottom: bottom + dy }
}
