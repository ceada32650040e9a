// A formula as a tree of presentation MathML: what a browser draws. It is kept in a document as a string that only this file writes and
// reads, so that nothing but known elements with harmless attributes is ever drawn.

export type MathNode = {
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly (MathNode | string)[]
}

/** Longer than this, in UTF-16 code units, no formula is drawn; its words stay. */
export const DRAWING_MAXIMUM = 20_000
const DEPTH_MAXIMUM = 60

const ELEMENTS: ReadonlySet<string> = new Set(
  'math mrow mi mn mo mtext ms mspace mfrac msqrt mroot mstyle mpadded mphantom menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd'.split(
    ' ',
  ),
)
const ATTRIBUTES: ReadonlySet<string> = new Set(
  'display displaystyle scriptlevel accent accentunder stretchy fence separator form linethickness largeop movablelimits symmetric lspace rspace width height depth columnspan rowspan notation dir'.split(
    ' ',
  ),
)
const VALUE = /^[\w .%+-]{1,40}$/

export function mathNode(
  name: string,
  children: readonly (MathNode | string)[],
  attrs: Readonly<Record<string, string>> = {},
): MathNode {
  return { name, attrs, children }
}

export function isMathElement(name: string): boolean {
  return ELEMENTS.has(name)
}

/** The attributes that may be drawn. */
export function harmlessAttributes(
  attrs: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(attrs).filter(([name, value]) => ATTRIBUTES.has(name) && VALUE.test(value)),
  )
}

/** A drawing as it is kept: MathML, and behind it in an annotation the words that it is drawn for. Null for one that is too long. */
export function writtenDrawing(math: MathNode, words: string): string | null {
  const content = math.children.map(written).join('')
  const display = math.attrs.display === 'block' ? ' display="block"' : ''
  const drawing = `<math${display}><mrow>${content}</mrow><annotation>${escaped(words)}</annotation></math>`
  return drawing.length > DRAWING_MAXIMUM ? null : drawing
}

function written(node: MathNode | string): string {
  if (typeof node === 'string') return escaped(node)
  const attrs = Object.entries(node.attrs).map(([name, value]) => ` ${name}="${value}"`)
  return `<${node.name}${attrs.join('')}>${node.children.map(written).join('')}</${node.name}>`
}

export type Drawing = { readonly math: MathNode; readonly words: string }

/** A drawing that was kept; null for what writtenDrawing has not written. */
export function keptDrawing(drawing: unknown): Drawing | null {
  if (typeof drawing !== 'string' || drawing.length > DRAWING_MAXIMUM) return null
  const ends = /^([\s\S]*)<annotation>([^<>]*)<\/annotation><\/math>$/.exec(drawing)
  const math = ends ? parsed(`${ends[1]}</math>`) : null
  return math ? { math, words: unescaped(ends?.[2] ?? '') } : null
}

/** Whether two lines say the same formula, whatever white space is in them. */
export function isSameFormula(one: string, other: string): boolean {
  return oneLine(one) === oneLine(other)
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim().normalize('NFC')
}

const TOKEN = /<(\/?)([a-z]+)((?: [a-z]+="[^"<>&]*")*)>|([^<>]+)/y

type Open = { name: string; attrs: Record<string, string>; children: (MathNode | string)[] }

// Strict: whatever is not to the letter as it is written above is no drawing.
function parsed(source: string): MathNode | null {
  const open: Open[] = [{ name: '', attrs: {}, children: [] }]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const token = TOKEN.exec(source)
    if (!token || !take(open, token)) return null
  }
  const [root, ...unclosed] = open
  const [math, ...others] = root?.children ?? []
  if (unclosed.length > 0 || others.length > 0 || typeof math !== 'object') return null
  return math.name === 'math' ? math : null
}

function take(open: Open[], [, slash, name, attrs, text]: RegExpExecArray): boolean {
  const holder = open.at(-1)
  if (!holder) return false
  if (text !== undefined) {
    holder.children.push(unescaped(text))
    return open.length > 1
  }
  if (name === undefined || !ELEMENTS.has(name) || open.length > DEPTH_MAXIMUM) return false
  if (slash === '') {
    open.push({ name, attrs: attributesIn(attrs ?? ''), children: [] })
    return true
  }
  open.pop()
  open.at(-1)?.children.push(holder)
  return holder.name === name && open.length > 0
}

function attributesIn(written: string): Record<string, string> {
  const pairs = [...written.matchAll(/ ([a-z]+)="([^"]*)"/g)]
  return {
    ...harmlessAttributes(Object.fromEntries(pairs.map(([, name, value]) => [name, value]))),
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
