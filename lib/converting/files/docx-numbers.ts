// Word counts list items by itself: the document only says which list and which level a paragraph belongs to. The numbers are worked
// out here as Word shows them. Lists that HTML can number keep being lists; the labels of all others (1.1, § 3, Article II) become
// words of their paragraph.

import { counting, LEVELS, type Level, type List, type Place } from './docx-counters'
import { numberIn } from './number-formats'
import {
  attributeOf,
  childNamed,
  elementsNamed,
  type RawElement,
  type RawNode,
  rawElement,
  rawXml,
} from './raw-xml'

/** The run style under which a list item's number goes through mammoth; what it says: `3 lower-alpha`. */
export const NUMBER_STYLE = 'ColloquyNumber'
const DEPTH_MAXIMUM = 20

/** Puts the numbers of all list paragraphs into a document, in place. */
export function addNumbers(
  document: readonly RawNode[],
  { numbering, styles }: { numbering: string; styles: string },
): void {
  const byStyle = placesByStyle(styles)
  const lists = listsIn(numbering, byStyle)
  if (lists.size === 0) return
  const paragraphs = elementsNamed(document, 'w:body').flatMap((body) => paragraphsIn(body))
  const numbered = paragraphs.flatMap((paragraph) => {
    const place = placeOf(paragraph, byStyle)
    const list = place ? lists.get(place.list) : undefined
    return place && list ? [{ paragraph, place, list }] : []
  })
  const wordy = wordyCounters(numbered)
  const count = counting()
  for (const { paragraph, place, list } of numbered) {
    const level = list.levels[place.level]
    if (!level) continue
    const numbers = count(place, list)
    if (level.format === 'bullet') continue
    const style = styleOf(paragraph)
    const isHeading = /heading|title|berschrift|titre/i.test(style)
    if (wordy.has(list.counter) || isHeading) sayNumber(paragraph, labelOf(list, place, numbers))
    else keepNumber(paragraph, place, `${numbers[place.level] ?? 1} ${HTML_TYPES[level.format]}`)
  }
}

// Paragraphs in document order, those of boxes and tables as well.
function paragraphsIn(element: RawElement): RawElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === 'w:p' ? [child, ...paragraphsIn(child)] : paragraphsIn(child)
  })
}

function styleOf(paragraph: RawElement): string {
  const style = childNamed(childNamed(paragraph, 'w:pPr'), 'w:pStyle')
  return style ? (attributeOf(style, 'w:val') ?? '') : ''
}

function placeOf(paragraph: RawElement, byStyle: ReadonlyMap<string, Place>): Place | null {
  const inherited = byStyle.get(styleOf(paragraph)) ?? null
  const own = placeIn(childNamed(paragraph, 'w:pPr'), inherited?.level ?? 0)
  if (!own) return inherited
  if (own.list === '') return inherited ? { ...inherited, level: own.level } : null
  return own.list === '0' ? null : own
}

function placeIn(properties: RawElement | null, otherwise: number): Place | null {
  const numbers = childNamed(properties, 'w:numPr')
  if (!numbers) return null
  const level = saidIn(numbers, 'w:ilvl')
  return {
    list: saidIn(numbers, 'w:numId') ?? '',
    level: level === null ? otherwise : Math.min(LEVELS - 1, Number(level) || 0),
  }
}

function saidIn(element: RawElement | null, name: string): string | null {
  const child = childNamed(element, name)
  return child ? attributeOf(child, 'w:val') : null
}

/** Which list and level a paragraph style has, by itself or from what it is based on. */
function placesByStyle(styles: string): ReadonlyMap<string, Place> {
  const all = new Map(
    elementsNamed(readable(styles), 'w:style').map((style) => [
      attributeOf(style, 'w:styleId') ?? '',
      style,
    ]),
  )
  const places = new Map<string, Place>()
  for (const id of all.keys()) {
    const line = ancestry(id, all).map((style) => placeIn(childNamed(style, 'w:pPr'), -1))
    const list = line.find((place) => place !== null && place.list !== '')?.list
    const level = line.find((place) => place !== null && place.level !== -1)?.level ?? -1
    if (list !== undefined && list !== '0') places.set(id, { list, level })
  }
  return places
}

/** A style and what it is based on, the nearest first. */
function ancestry(id: string, all: ReadonlyMap<string, RawElement>): readonly RawElement[] {
  const line: RawElement[] = []
  for (let style = all.get(id); style && line.length < DEPTH_MAXIMUM; ) {
    line.push(style)
    style = all.get(saidIn(style, 'w:basedOn') ?? '')
  }
  return line
}

// A style may leave it to the list to say which level it is.
function listsIn(numbering: string, byStyle: ReadonlyMap<string, Place>): Map<string, List> {
  const root = readable(numbering)
  const kinds = new Map(
    elementsNamed(root, 'w:abstractNum').map((kind) => [
      attributeOf(kind, 'w:abstractNumId') ?? '',
      kind,
    ]),
  )
  const lists = new Map<string, List>()
  const numbers = new Map(
    elementsNamed(root, 'w:num').map((number) => [attributeOf(number, 'w:numId') ?? '', number]),
  )
  for (const [id, number] of numbers) {
    const kind = kindOf(number, { kinds, numbers, byStyle })
    if (kind) lists.set(id, listFrom(number, kind))
    if (kind) settleStyles(id, kind, byStyle)
  }
  return lists
}

type Tables = {
  kinds: ReadonlyMap<string, RawElement>
  numbers: ReadonlyMap<string, RawElement>
  byStyle: ReadonlyMap<string, Place>
}

function kindOf(number: RawElement, tables: Tables, depth = 0): RawElement | null {
  const kind = tables.kinds.get(saidIn(number, 'w:abstractNumId') ?? '') ?? null
  const link = saidIn(kind, 'w:numStyleLink')
  const linked = link === null ? undefined : tables.byStyle.get(link)
  const other = linked ? tables.numbers.get(linked.list) : undefined
  return other && other !== number && depth < DEPTH_MAXIMUM
    ? kindOf(other, tables, depth + 1)
    : kind
}

function settleStyles(id: string, kind: RawElement, byStyle: ReadonlyMap<string, Place>): void {
  for (const level of elementsNamed(kind.children, 'w:lvl')) {
    const style = saidIn(level, 'w:pStyle')
    const place = style === null ? undefined : byStyle.get(style)
    if (place?.list === id && place.level === -1) {
      Object.assign(place, { level: Number(attributeOf(level, 'w:ilvl')) || 0 })
    }
  }
  for (const place of byStyle.values()) {
    if (place.list === id && place.level === -1) Object.assign(place, { level: 0 })
  }
}

function listFrom(number: RawElement, kind: RawElement): List {
  const levels = Array.from({ length: LEVELS }, (_, at) => levelFrom(kind, at))
  const starts = new Map<number, number>()
  for (const change of elementsNamed(number.children, 'w:lvlOverride')) {
    const at = Number(attributeOf(change, 'w:ilvl'))
    const start = saidIn(change, 'w:startOverride')
    if (start !== null) starts.set(at, Number(start) || 0)
    const level = childNamed(change, 'w:lvl')
    if (level) levels[at] = levelOf(level)
  }
  return { counter: attributeOf(kind, 'w:abstractNumId') ?? '', levels, starts }
}

function levelFrom(kind: RawElement, at: number): Level {
  const level = elementsNamed(kind.children, 'w:lvl').find(
    (one) => Number(attributeOf(one, 'w:ilvl')) === at,
  )
  return levelOf(level ?? rawElement('w:lvl'))
}

function levelOf(level: RawElement): Level {
  const restart = saidIn(level, 'w:lvlRestart')
  const legal = childNamed(level, 'w:isLgl')
  return {
    start: Number(saidIn(level, 'w:start') ?? 0) || 0,
    format: saidIn(level, 'w:numFmt') ?? 'decimal',
    label: saidIn(level, 'w:lvlText') ?? '',
    restartsAfter: restart === null ? null : Number(restart),
    isDecimal: legal !== null && attributeOf(legal, 'w:val') !== '0',
  }
}

const HTML_TYPES: Readonly<Record<string, string>> = {
  decimal: '1',
  decimalZero: '1',
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
}

/** Counters of lists of which some used level is numbered in a way that a list of HTML cannot be. */
function wordyCounters(
  numbered: readonly { readonly place: Place; readonly list: List }[],
): ReadonlySet<string> {
  const wordy = numbered.filter(({ place, list }) => {
    const level = list.levels[place.level]
    if (!level || level.format === 'bullet') return false
    const own = new RegExp(`^[(\\[]?%${place.level + 1}[.)\\]:°-]{0,2}$`)
    return !(level.format in HTML_TYPES) || !own.test(level.label.trim())
  })
  return new Set(wordy.map(({ list }) => list.counter))
}

function labelOf({ levels }: List, { level }: Place, numbers: readonly number[]): string {
  const { label = '', isDecimal = false } = levels[level] ?? {}
  return label.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const format = isDecimal && at < level ? 'decimal' : (levels[at]?.format ?? 'decimal')
    return numberIn(format, numbers[at] ?? levels[at]?.start ?? 1)
  })
}

const NO_LIST = rawElement('w:numPr', [
  rawElement('w:ilvl', [], 'w:val="0"'),
  rawElement('w:numId', [], 'w:val="0"'),
])

function sayNumber(paragraph: RawElement, label: string): void {
  setNumbers(paragraph, NO_LIST)
  if (label.trim() !== '') addFirst(paragraph, runOf(`${label.trim()} `))
}

function keepNumber(paragraph: RawElement, { list, level }: Place, number: string): void {
  const own = rawElement('w:numPr', [
    rawElement('w:ilvl', [], `w:val="${level}"`),
    rawElement('w:numId', [], `w:val="${list}"`),
  ])
  setNumbers(paragraph, own)
  const style = rawElement('w:rStyle', [], `w:val="${NUMBER_STYLE}"`)
  addFirst(paragraph, runOf(number, rawElement('w:rPr', [style])))
}

/** A run of a few plain words. */
export function runOf(words: string, ...properties: readonly RawElement[]): RawElement {
  const text = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return rawElement('w:r', [...properties, rawElement('w:t', [text], 'xml:space="preserve"')])
}

function setNumbers(paragraph: RawElement, numbers: RawElement): void {
  let properties = childNamed(paragraph, 'w:pPr')
  if (!properties) {
    properties = rawElement('w:pPr')
    paragraph.children.unshift(properties)
  }
  properties.children = properties.children.filter(
    (child) => typeof child === 'string' || child.name !== 'w:numPr',
  )
  properties.children.push(numbers)
}

/** Puts something before the first words of a paragraph. */
export function addFirst(paragraph: RawElement, ...runs: readonly RawNode[]): void {
  const at = paragraph.children.findIndex(
    (child) => typeof child !== 'string' && child.name === 'w:pPr',
  )
  paragraph.children.splice(at + 1, 0, ...runs)
}

function readable(xml: string): readonly RawNode[] {
  try {
    return rawXml(xml)
  } catch {
    // Without its lists a document is still a text.
    return []
  }
}
