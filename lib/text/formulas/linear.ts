// A formula in one line: brackets, signs and bounds as they are spoken, so that a note on it holds and it can be searched. `(a)/(b)`,
// `x^2`, `∑_(k=1)^n k`, `√(x)`, `³√(x)`, matrices by rows: `(1, 2; 3, 4)`.

import type { MathNode } from './mathml'

/** The line of letters that a formula says. Linear in its size; recursive, so bound the depth before. */
export function linearMath(math: MathNode): string {
  return said(math).replace(/\s+/g, ' ').trim()
}

function said(node: MathNode | string): string {
  if (typeof node === 'string') return node
  const rule = RULES[node.name]
  return rule ? rule(node) : row(node.children)
}

type Rule = (node: MathNode) => string

const RULES: Readonly<Record<string, Rule>> = {
  mi: letters,
  mn: letters,
  mtext: (node) => node.children.map(said).join('').replace(/\s/g, ' '),
  ms: letters,
  mo: sign,
  mspace: () => ' ',
  mphantom: () => '',
  none: () => '',
  mfrac: (node) => {
    const [top, under] = parts(node)
    return isWithoutLine(node) ? `(${top} choose ${under})` : `(${top})/(${under})`
  },
  msqrt: (node) => `√(${row(node.children)})`,
  mroot: (node) => {
    const [under = '', degree = ''] = parts(node)
    return degree === '' ? `√(${under})` : `${degreeOf(degree)}√(${under})`
  },
  msub: (node) => scripted(node, ['_']),
  msup: (node) => scripted(node, ['^']),
  msubsup: (node) => scripted(node, ['_', '^']),
  munder: (node) => accented(node, UNDER) ?? scripted(node, ['_']),
  mover: (node) => accented(node, OVER) ?? scripted(node, ['^']),
  munderover: (node) => scripted(node, ['_', '^']),
  mmultiscripts: multiscripts,
  mtable: (node) =>
    elements(node)
      .map((one) =>
        elements(one)
          .map((cell) => row(cell.children).trim())
          .join(', '),
      )
      .join('; '),
}

function isWithoutLine({ attrs }: MathNode): boolean {
  return /^0/.test(attrs.linethickness ?? '')
}

function letters({ children }: MathNode): string {
  return children.map(said).join('').trim()
}

// Signs that are only meant, not seen: they part what they stand between.
const UNSEEN = /[\u2061-\u2064]/g

function sign(node: MathNode): string {
  const seen = letters(node)
  return seen.replace(UNSEEN, seen === '\u2061' ? ' ' : '')
}

function elements({ children }: MathNode): readonly MathNode[] {
  return children.filter((child) => typeof child === 'object')
}

function parts(node: MathNode): readonly string[] {
  return elements(node).map((part) => said(part).trim())
}

const LARGE = /^[∏-∑∫-∳⋀-⋃⨀-⨆⨌]|^(?:lim|max|min|sup|inf|limsup|liminf|argmax|argmin)/

// A name and what follows it are two words, as are a sum with its bounds and what is summed.
function row(children: readonly (MathNode | string)[]): string {
  let line = ''
  let isAfterLarge = false
  for (const child of children) {
    const next = said(child)
    if (next === '') continue
    const isAfterName = /\p{L}{2,}$/u.test(line) && isName(line) && /^[\p{L}\p{N}]/u.test(next)
    if (isAfterLarge ? /^[^\s)\]}|,;]/.test(next) : isAfterName) line += ' '
    line += next
    isAfterLarge = LARGE.test(next) && /[_^)\p{L}∏-∳]/u.test(next)
  }
  return line
}

const NAMES =
  /(?:^|[^\p{L}])(?:sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|arcsin|arccos|arctan|log|ln|exp|lim|max|min|sup|inf|det|dim|ker|mod|gcd|Pr|arg|deg)$/u

function isName(line: string): boolean {
  return NAMES.test(line)
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '2': '',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  n: 'ⁿ',
}

function degreeOf(degree: string): string {
  return SUPERSCRIPTS[degree] ?? `[${degree}]`
}

function scripted(node: MathNode, signs: readonly string[]): string {
  const [base = '', ...scripts] = parts(node)
  const said = scripts.map((script, at) => (script === '' ? '' : `${signs[at]}${grouped(script)}`))
  return `${asBase(base)}${said.join('')}`
}

function multiscripts(node: MathNode): string {
  const [base, ...rest] = elements(node)
  const at = rest.findIndex(({ name }) => name === 'mprescripts')
  const before = at === -1 ? [] : rest.slice(at + 1)
  const after = at === -1 ? rest : rest.slice(0, at)
  const pairs = (scripts: readonly MathNode[]) =>
    scripts
      .map((script, index) => [said(script).trim(), index % 2 === 0 ? '_' : '^'] as const)
      .map(([words, mark]) => (words === '' ? '' : `${mark}${grouped(words)}`))
      .join('')
  return `${pairs(before)}${base ? asBase(said(base).trim()) : ''}${pairs(after)}`
}

const OVER: Readonly<Record<string, string>> = {
  '¯': '\u0304',
  '‾': '\u0304',
  '―': '\u0304',
  _: '\u0304',
  '\u0304': '\u0304',
  '\u0305': '\u0304',
  '→': '\u20d7',
  '\u20d7': '\u20d7',
  '⇀': '\u20d7',
  '^': '\u0302',
  '\u02c6': '\u0302',
  '\u0302': '\u0302',
  '~': '\u0303',
  '\u02dc': '\u0303',
  '\u0303': '\u0303',
  '˙': '\u0307',
  '.': '\u0307',
  '\u0307': '\u0307',
  '¨': '\u0308',
  '\u0308': '\u0308',
  '\u20db': '\u20db',
  '˘': '\u0306',
  '\u0306': '\u0306',
  ˇ: '\u030c',
  '\u030c': '\u030c',
  '´': '\u0301',
  '\u0301': '\u0301',
  '`': '\u0300',
  '\u0300': '\u0300',
}

const UNDER: Readonly<Record<string, string>> = { _: '\u0332', '\u0332': '\u0332', '¯': '\u0332' }

const NAMES_OF_ACCENTS: Readonly<Record<string, string>> = {
  '\u0304': 'overline',
  '\u20d7': 'vec',
  '\u0302': 'hat',
  '\u0303': 'tilde',
  '\u0307': 'dot',
  '\u0308': 'ddot',
  '\u0332': 'underline',
}

/** A letter with its accent, `hat(a+b)` for what is longer; null when the sign is none. */
function accented(node: MathNode, accents: Readonly<Record<string, string>>): string | null {
  const [base = '', accent = ''] = parts(node)
  const mark = accents[accent]
  if (mark === undefined || base === '') return null
  if ([...base].length === 1) return base + mark
  return `${NAMES_OF_ACCENTS[mark] ?? mark}(${base})`
}

const ATOM = /^(?:[\p{L}∞∅°′″‴†*+−-]\p{M}*|\p{N}+(?:[.,]\p{N}+)?)$/u

function grouped(script: string): string {
  return ATOM.test(script) || (isFenced(script) && script.startsWith('(')) ? script : `(${script})`
}

// What a power is of: a letter, a number, a name, or what stands in brackets already.
function asBase(base: string): string {
  const isWhole =
    base === '' || /^[\p{L}\p{M}\p{N}.′]+$/u.test(base) || [...base].length === 1 || isFenced(base)
  return isWhole || /^[^\p{L}\p{N}(]+$/u.test(base) ? base : `(${base})`
}

const FENCES: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '|': '|',
  '‖': '‖',
  '⟨': '⟩',
  '⌊': '⌋',
  '⌈': '⌉',
}

/** Whether the first bracket is closed by the last one. */
function isFenced(text: string): boolean {
  const close = FENCES[text[0] ?? '']
  if (close === undefined || !text.endsWith(close) || text.length < 2) return false
  if (close === text[0]) return !text.slice(1, -1).includes(close)
  let depth = 0
  for (const [at, letter] of [...text].entries()) {
    if (letter === text[0]) depth += 1
    if (letter === close) depth -= 1
    if (depth === 0) return at === [...text].length - 1
  }
  return false
}
