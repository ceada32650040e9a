// What attributes of nodes and marks may hold. Each function takes what was sent and gives what is kept.

import { Malformed } from '@/lib/errors'
import { isAssetId } from './asset-address'
import type { AnyAttrs } from './clean-doc'
import type { DocAttrs } from './doc-node'
import { keptDrawing } from './formulas/mathml'
import { singleLine } from './normalise'
import { safeHref } from './safe-href'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const LANGUAGE = /^[\w+#.-]{1,40}$/
const ALIGNMENTS: ReadonlySet<unknown> = new Set(['left', 'center', 'right'])
const NOTE = /^[\w.-]{1,60}$/
const LABEL_MAXIMUM = 200
const DESCRIPTION_MAXIMUM = 2_000
const PIXELS_MAXIMUM = 20_000

export function noAttrs(): DocAttrs {
  return {}
}

export function headingAttrs({ level, sectionId }: AnyAttrs): DocAttrs {
  return {
    level: wholeNumber(level, { least: 1, most: 6, otherwise: 2 }),
    sectionId: uuid(sectionId),
  }
}

/** `type` as HTML has it, where items are not counted in digits. */
export function orderedListAttrs({ start, type }: AnyAttrs): DocAttrs {
  const isLettered = typeof type === 'string' && /^[aAiI]$/.test(type)
  return {
    start: wholeNumber(start, { least: 0, most: 999_999_999, otherwise: 1 }),
    ...(isLettered && { type }),
  }
}

export function codeBlockAttrs({ language, drawing }: AnyAttrs): DocAttrs {
  const known = typeof language === 'string' && LANGUAGE.test(language) ? language : null
  return { language: known, ...(known === 'math' && drawingAttrs(drawing)) }
}

/** A formula may say how it is drawn. */
export function mathAttrs({ drawing }: AnyAttrs): DocAttrs {
  return drawingAttrs(drawing)
}

function drawingAttrs(drawing: unknown): DocAttrs {
  return typeof drawing === 'string' && keptDrawing(drawing) ? { drawing } : {}
}

export function cellAttrs({ colspan, rowspan, align }: AnyAttrs): DocAttrs {
  const span = { least: 1, most: 100, otherwise: 1 }
  return {
    colspan: wholeNumber(colspan, span),
    rowspan: wholeNumber(rowspan, span),
    align: typeof align === 'string' && ALIGNMENTS.has(align) ? align : null,
  }
}

/** Null for a link that must not be. */
export function linkAttrs({ href }: AnyAttrs): DocAttrs | null {
  const safe = safeHref(href)
  return safe === null ? null : { href: safe }
}

/** Throws Malformed for a picture that is not stored here: a text never makes a browser ask another server. */
export function imageAttrs({ src, alt, title, width, height }: AnyAttrs): DocAttrs {
  if (!isAssetId(src)) {
    throw new Malformed('image-not-stored', 'A picture has to be uploaded before it can be used.')
  }
  return {
    src,
    alt: line(alt, DESCRIPTION_MAXIMUM),
    title: line(title, DESCRIPTION_MAXIMUM) || null,
    width: pixels(width),
    height: pixels(height),
  }
}

export function footnoteAttrs({ note }: AnyAttrs): DocAttrs {
  return { note: noteName(note) }
}

/** Null for a sign that leads to no note. */
export function footnoteRefAttrs({ note }: AnyAttrs): DocAttrs | null {
  const name = noteName(note)
  return name === null ? null : { note: name }
}

/** `id` is the person's, null for a mention that names nobody. */
export function mentionAttrs({ id, label }: AnyAttrs): DocAttrs {
  return { id: uuid(id), label: line(label, LABEL_MAXIMUM) }
}

function line(value: unknown, maximum: number): string {
  return typeof value === 'string' ? singleLine(value.slice(0, maximum)) : ''
}

function noteName(value: unknown): string | null {
  return typeof value === 'string' && NOTE.test(value) ? value : null
}

function pixels(value: unknown): number | null {
  return wholeNumber(value, { least: 1, most: PIXELS_MAXIMUM, otherwise: 0 }) || null
}

function uuid(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const id = value.toLowerCase()
  return UUID.test(id) ? id : null
}

function wholeNumber(
  value: unknown,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : otherwise
}
