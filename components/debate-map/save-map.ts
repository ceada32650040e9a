// The map as a file. It is drawn whole first; then every element is given, as attributes, the look that the page's styles give it, so that the file looks the
// same elsewhere.

import { saveAs } from '@/components/ui/save-as'

const COPIED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
] as const
const PAD = 24
const PNG_SCALE = 2

/** Gives the reader the whole map as SVG. */
export async function saveSvg(): Promise<void> {
  const drawing = await wholeMap()
  if (drawing) saveAs('debate-map.svg', drawing.svg, 'image/svg+xml')
}

/** Gives the reader the whole map as PNG, twice as fine as on screen. */
export async function savePng(): Promise<void> {
  const drawing = await wholeMap()
  if (!drawing) return
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing.svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = drawing.width * PNG_SCALE
  canvas.height = drawing.height * PNG_SCALE
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  canvas.toBlob((blob) => {
    if (blob) saveAs('debate-map.png', blob, 'image/png')
  })
}

async function wholeMap(): Promise<{ svg: string; width: number; height: number } | null> {
  const map = document.querySelector<SVGSVGElement>('svg.map')
  const group = map?.querySelector('g')
  if (!map || !group) return null
  map.closest('.pan')?.dispatchEvent(new Event('wholemap'))
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  const { x, y, width, height } = group.getBBox()
  const copy = looked(group)
  const size = { width: Math.ceil(width + 2 * PAD), height: Math.ceil(height + 2 * PAD) }
  const ground = getComputedStyle(document.body).backgroundColor
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="${x - PAD} ${y - PAD} ${size.width} ${size.height}"><rect x="${x - PAD}" y="${y - PAD}" width="100%" height="100%" fill="${ground}"/>${new XMLSerializer().serializeToString(copy)}</svg>`
  return { svg, ...size }
}

function looked(element: Element): Element {
  const copy = element.cloneNode(false)
  if (!(copy instanceof Element)) return element
  const style = getComputedStyle(element)
  for (const name of COPIED) {
    const value = style.getPropertyValue(name)
    if (value !== '') copy.setAttribute(name, value)
  }
  copy.removeAttribute('class')
  for (const child of element.childNodes) {
    copy.append(child instanceof Element ? looked(child) : child.cloneNode(true))
  }
  return copy
}
