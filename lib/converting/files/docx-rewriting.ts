// What mammoth passes over in a Word document is put before it in a form that it reads: results of fields, words in boxes, initials,
// ticks, words under reading aids, numbers of lists, formulas. What cannot be put so is counted.

import type { Tally } from '@/lib/converting/converted'
import { mathFromOmml } from '@/lib/converting/formulas/from-omml'
import type { MathNode } from '@/lib/text/formulas/mathml'
import { addFirst, runOf } from './docx-numbers'
import {
  attributeOf,
  childNamed,
  elementsNamed,
  holds,
  type RawElement,
  type RawNode,
  rawElement,
  textIn,
} from './raw-xml'

/** The run style under which a formula goes through mammoth; what it says is its number among `formulas`. */
export const FORMULA_STYLE = 'ColloquyFormula'

export type Rewriting = { readonly tally: Tally; readonly formulas: MathNode[] }

const WORDS: ReadonlySet<string> = new Set(['w:t', 'w:drawing', 'w:pict', 'm:oMath', 'w:sym'])

/** The nodes of a part as mammoth reads them. Recursive: raw-xml bounds the depth. */
export function rewritten(nodes: readonly RawNode[], rewriting: Rewriting): RawNode[] {
  return withInitials(nodes.flatMap((node) => rewrittenNode(node, rewriting)))
}

function rewrittenNode(node: RawNode, rewriting: Rewriting): RawNode[] {
  if (typeof node === 'string') return [node]
  const rule = RULES[node.name]
  if (rule) return rule(node, rewriting)
  node.children = rewritten(node.children, rewriting)
  return [node]
}

type Rule = (element: RawElement, rewriting: Rewriting) => RawNode[]

const RULES: Readonly<Record<string, Rule>> = {
  'w:fldSimple': field,
  'w:sdt': control,
  'w:ruby': readingAid,
  'w:dir': unwrapped,
  'w:bdo': unwrapped,
  'w:subDoc': unwrapped,
  'w:moveFrom': () => [],
  'w:del': (element, { tally }) => {
    if (holds(element, new Set(['w:delText', 'w:t']))) tally.drop('deletion')
    return [element]
  },
  'w:r': run,
  'mc:AlternateContent': (element, rewriting) => {
    const choice = childNamed(element, 'mc:Choice')
    const fallback = childNamed(element, 'mc:Fallback')
    const chosen = [choice, fallback].find((one) => one && holds(one, WORDS)) ?? choice ?? fallback
    return chosen ? drawing(chosen, rewriting) : []
  },
  'w:drawing': drawing,
  'w:pict': drawing,
  'w:object': drawing,
  'w:commentReference': (element, { tally }) => {
    tally.drop('comment')
    return [element]
  },
  'm:oMathPara': (element, rewriting) => {
    const formulas = elementsNamed(element.children, 'm:oMath')
    return formulas.map((formula) => formulaRun(formula, true, rewriting))
  },
  'm:oMath': (element, rewriting) => [formulaRun(element, false, rewriting)],
}

function unwrapped({ children }: RawElement, rewriting: Rewriting): RawNode[] {
  return rewritten(children, rewriting)
}

// As a field of several runs, whose result mammoth keeps and whose links it knows.
function field(element: RawElement, rewriting: Rewriting): RawNode[] {
  const instruction = /w:instr\s*=\s*"([^"]*)"/.exec(element.tag)?.[1] ?? ''
  const mark = (type: string) =>
    rawElement('w:r', [rawElement('w:fldChar', [], `w:fldCharType="${type}"`)])
  return [
    mark('begin'),
    rawElement('w:r', [rawElement('w:instrText', [instruction])]),
    mark('separate'),
    ...rewritten(element.children, rewriting),
    mark('end'),
  ]
}

// A tick is the sign that the document shows for it; of a control without one, ours.
function control(element: RawElement, rewriting: Rewriting): RawNode[] {
  const properties = childNamed(element, 'w:sdtPr')
  const box = properties?.children.find(
    (child) => typeof child !== 'string' && child.name.endsWith(':checkbox'),
  )
  const content = childNamed(element, 'w:sdtContent')
  const inner = rewritten(content?.children ?? [], rewriting)
  if (typeof box !== 'object' || (content && /\S/.test(textIn(content, 'w:t')))) return inner
  if (content && holds(content, new Set(['w:sym']))) return inner
  const state = box.children.find(
    (child) => typeof child !== 'string' && child.name.endsWith(':checked'),
  )
  const value = typeof state === 'object' ? (/val="([^"]*)"/.exec(state.tag)?.[1] ?? '1') : '0'
  return [runOf(value === '0' || value === 'false' ? '☐' : '☒')]
}

function readingAid(element: RawElement, rewriting: Rewriting): RawNode[] {
  const base = childNamed(element, 'w:rubyBase')?.children ?? []
  const aid = childNamed(element, 'w:rt')?.children ?? []
  const around = aid.length > 0 ? [runOf('('), ...aid, runOf(')')] : []
  return rewritten([...base, ...around], rewriting)
}

// What lies in a run but is a run itself, or more, stands beside it.
const BESIDE: ReadonlySet<string> = new Set(['w:ruby', 'm:oMath', 'm:oMathPara'])

function run(element: RawElement, rewriting: Rewriting): RawNode[] {
  const hidden = childNamed(childNamed(element, 'w:rPr'), 'w:vanish')
  const isHidden = hidden !== null && !/^(?:0|false|off)$/.test(attributeOf(hidden, 'w:val') ?? '')
  if (isHidden && textIn(element, 'w:t').trim() !== '') {
    rewriting.tally.drop('hidden')
    return []
  }
  const beside = element.children.filter(
    (child) => typeof child !== 'string' && BESIDE.has(child.name),
  )
  if (beside.length > 0) {
    const words = element.children.filter((child) => !beside.includes(child))
    const rest = { ...element, children: rewritten(words, rewriting) }
    return [rest, ...rewritten(beside, rewriting)]
  }
  element.children = rewritten(element.children, rewriting)
  return [element]
}

/** Pictures and the words of boxes out of whatever holds them; a drawing with neither is counted. */
function drawing(element: RawElement, rewriting: Rewriting): RawNode[] {
  const boxes = elementsNamed(element.children, 'w:txbxContent').map((box) => ({
    ...box,
    children: rewritten(box.children, rewriting),
  }))
  const withoutBoxes = outside(element, 'w:txbxContent')
  const pictures = elementsNamed(withoutBoxes, 'pic:pic').map((picture) =>
    pictureAlone(picture, elementsNamed(withoutBoxes, 'wp:docPr')[0]),
  )
  const data = pictures.length > 0 ? [] : elementsNamed(withoutBoxes, 'v:imagedata')
  const shapes = data.length > 0 ? [rawElement('w:object', data)] : []
  if (boxes.length + pictures.length + shapes.length === 0) rewriting.tally.drop('drawing')
  const held = boxes.length > 0 ? [rawElement('w:pict', boxes)] : []
  return [...pictures, ...shapes, ...held]
}

function outside(element: RawElement, name: string): RawNode[] {
  return element.children.flatMap((child): RawNode[] => {
    if (typeof child === 'string') return [child]
    return child.name === name ? [] : [{ ...child, children: outside(child, name) }]
  })
}

function pictureAlone(picture: RawElement, about: RawElement | undefined): RawElement {
  const data = rawElement('a:graphicData', [picture])
  const inline = [...(about ? [about] : []), rawElement('a:graphic', [data])]
  return rawElement('w:drawing', [rawElement('wp:inline', inline)], NAMESPACES)
}

// Many declare their prefixes on the elements that are left out here.
const NAMESPACES = [
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ')

function formulaRun(formula: RawElement, isBlock: boolean, { formulas }: Rewriting): RawElement {
  formulas.push(mathFromOmml(formula, isBlock))
  const style = rawElement('w:rStyle', [], `w:val="${FORMULA_STYLE}"`)
  // Two that touch come back in one piece.
  return runOf(`${formulas.length - 1};`, rawElement('w:rPr', [style]))
}

// A large first letter is a paragraph of its own in the file and none on the page.
function withInitials(nodes: RawNode[]): RawNode[] {
  const kept: RawNode[] = []
  let initial: RawElement | null = null
  for (const node of nodes) {
    const isParagraph = typeof node !== 'string' && node.name === 'w:p'
    if (isParagraph && isInitial(node)) {
      if (initial) kept.push(initial)
      initial = node
      continue
    }
    if (isParagraph && initial) {
      addFirst(node, ...initial.children.filter((child) => !isProperties(child)))
      initial = null
    }
    kept.push(node)
  }
  return initial ? [...kept, initial] : kept
}

function isInitial(paragraph: RawElement): boolean {
  const frame = childNamed(childNamed(paragraph, 'w:pPr'), 'w:framePr')
  const kind = frame ? attributeOf(frame, 'w:dropCap') : null
  return kind !== null && kind !== 'none'
}

function isProperties(node: RawNode): boolean {
  return typeof node !== 'string' && node.name === 'w:pPr'
}
