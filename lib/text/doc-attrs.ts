// What attributes of nodes and marks may hold. Each function takes what was sent and gives what is kept.

import type { AnyAttrs } from './clean-doc'
import type { DocAttrs } from './doc-node'
import { singleLine } from './normalise'
import { safeHref } from './safe-href'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const LANGUAGE = /^[\w+#.-]{1,40}$/
const ALIGNMENTS: ReadonlySet<unknown> = new Set(['left', 'center', 'right'])
const LABEL_MAXIMUM = 200

export function noAttrs(): DocAttrs {
  return {}
}

export function headingAttrs({ level, sectionId }: AnyAttrs): DocAttrs {
  return {
    level: wholeNumber(level, { least: 1, most: 6, otherwise: 2 }),
    sectionId: uuid(sectionId),
  }
}

export function orderedListAttrs({ start }: AnyAttrs): DocAttrs {
  return { start: wholeNumber(start, { least: 0, most: 999_999_999, otherwise: 1 }) }
}

export function codeBlockAttrs({ language }: AnyAttrs): DocAttrs {
  return { language: typeof language === 'string' && LANGUAGE.test(language) ? language : null }
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

/** `id` is the person's, null for a mention that names nobody. */
export function mentionAttrs({ id, label }: AnyAttrs): DocAttrs {
  const name = typeof label === 'string' ? singleLine(label.slice(0, LABEL_MAXIMUM)) : ''
  return { id: uuid(id), label: name }
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
