// The declaration in front of a file of XML, and the short words that it defines for the text behind it. What names a file, or itself,
// stays the letters it is written with.

const START = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<!DOCTYPE\s/i
const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"]{0,2000})"|'([^']{0,2000})')\s*>/g
// What XML and HTML know anyway.
const KNOWN: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos', 'nbsp', 'shy'])
const EXPANDED_MAXIMUM = 10_000
const GROWTH_MAXIMUM = 1_000_000

/** A file without its declaration, the entities of which stand for what they say. */
export function withoutDoctype(xml: string): string {
  const start = START.exec(xml)
  if (!start) return xml
  const end = endOfDoctype(xml, start[0].length)
  if (end === null) return xml
  const from = start[0].search(/<!DOCTYPE/i)
  const declared = xml.slice(start[0].length, end)
  const rest = xml.slice(end)
  return xml.slice(0, from) + withEntities(rest, entitiesIn(declared))
}

const PIECE = /<!--[\s\S]*?-->|"[^"]*"|'[^']*'|[[\]>]/g

/** Where the declaration ends; null when it does not. Quotes and the subset in brackets may hold its closing sign. */
function endOfDoctype(xml: string, from: number): number | null {
  let depth = 0
  PIECE.lastIndex = from
  for (let piece = PIECE.exec(xml); piece; piece = PIECE.exec(xml)) {
    const [sign] = piece
    if (sign === '[') depth += 1
    else if (sign === ']') depth -= 1
    else if (sign === '>' && depth <= 0) return PIECE.lastIndex
  }
  return null
}

function entitiesIn(declared: string): ReadonlyMap<string, string> {
  const raw = new Map<string, string>()
  for (const [, name = '', double, single] of declared.matchAll(ENTITY)) {
    if (!raw.has(name)) raw.set(name, double ?? single ?? '')
  }
  const whole = new Map<string, string>()
  const open = new Set<string>()
  const settle = (name: string): string | null => {
    const known = whole.get(name)
    const value = raw.get(name)
    if (known !== undefined || value === undefined || open.has(name)) return known ?? null
    open.add(name)
    const said = expanded(value, settle)
    // What names itself stays open, so that it is never asked again.
    if (said !== null) whole.set(name, said)
    return said
  }
  for (const name of raw.keys()) settle(name)
  return whole
}

function expanded(value: string, settle: (name: string) => string | null): string | null {
  let length = 0
  let isWhole = true
  const said = value.replace(/&([A-Za-z_][\w.-]*);/g, (all, name: string) => {
    if (!isWhole) return all
    const words = KNOWN.has(name) ? all : settle(name)
    length += words?.length ?? 0
    if (words === null || length > EXPANDED_MAXIMUM) isWhole = false
    return words ?? all
  })
  return isWhole ? said : null
}

function withEntities(xml: string, entities: ReadonlyMap<string, string>): string {
  if (entities.size === 0) return xml
  let grown = 0
  return xml.replace(/&([A-Za-z_][\w.-]*);/g, (all, name: string) => {
    const said = entities.get(name)
    grown += said?.length ?? 0
    return said === undefined || grown > GROWTH_MAXIMUM ? all : said
  })
}
