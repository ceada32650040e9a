// Word's own language for formulas to the tree that is drawn. Each of its constructs is named below; what is unknown is looked through,
// so that no letter is lost.

import { type MathNode, mathNode } from '@/lib/text/formulas/mathml'
import { attributeOf, childNamed, type RawElement, type RawNode, textIn } from '../files/raw-xml'
import { bracketed } from './from-html'

/** The drawn tree of an `m:oMath`. Recursive: raw-xml bounds the depth. */
export function mathFromOmml(formula: RawElement, isBlock: boolean): MathNode {
  return mathNode('math', nodesIn(formula.children), isBlock ? { display: 'block' } : {})
}

function nodesIn(children: readonly RawNode[]): (MathNode | string)[] {
  return children.flatMap((child) => (typeof child === 'string' ? [] : nodeFrom(child)))
}

function nodeFrom(element: RawElement): (MathNode | string)[] {
  const rule = RULES[element.name]
  if (rule) return [rule(element)]
  if (element.name.endsWith('Pr') || element.name === 'w:del') return []
  return nodesIn(element.children)
}

type Rule = (element: RawElement) => MathNode

const RULES: Readonly<Record<string, Rule>> = {
  'm:r': run,
  'm:f': fraction,
  'm:sSup': scripts('msup', ['m:sup']),
  'm:sSub': scripts('msub', ['m:sub']),
  'm:sSubSup': scripts('msubsup', ['m:sub', 'm:sup']),
  'm:sPre': (element) =>
    mathNode('mmultiscripts', [
      part(element, 'm:e'),
      mathNode('mprescripts', []),
      part(element, 'm:sub'),
      part(element, 'm:sup'),
    ]),
  'm:limLow': scripts('munder', ['m:lim']),
  'm:limUpp': scripts('mover', ['m:lim']),
  'm:rad': (element) => {
    const degree = part(element, 'm:deg')
    const isHidden = isOn(setting(element, 'm:radPr', 'm:degHide')) || degree.children.length === 0
    return isHidden
      ? mathNode('msqrt', [part(element, 'm:e')])
      : mathNode('mroot', [part(element, 'm:e'), degree])
  },
  'm:nary': large,
  'm:d': (element) =>
    bracketed(partsNamed(element, 'm:e'), {
      open: setting(element, 'm:dPr', 'm:begChr') ?? '(',
      close: setting(element, 'm:dPr', 'm:endChr') ?? ')',
      separators: [setting(element, 'm:dPr', 'm:sepChr') ?? '|'],
    }),
  'm:func': (element) =>
    mathNode('mrow', [part(element, 'm:fName'), mathNode('mo', ['\u2061']), part(element, 'm:e')]),
  'm:acc': (element) => {
    const accent = setting(element, 'm:accPr', 'm:chr') || '\u0302'
    return mathNode('mover', [part(element, 'm:e'), mathNode('mo', [apart(accent)])], {
      accent: 'true',
    })
  },
  'm:bar': (element) => {
    const isTop = setting(element, 'm:barPr', 'm:pos') === 'top'
    return mathNode(isTop ? 'mover' : 'munder', [
      part(element, 'm:e'),
      mathNode('mo', [isTop ? '¯' : '_'], { stretchy: 'true' }),
    ])
  },
  'm:groupChr': (element) => {
    const isTop = setting(element, 'm:groupChrPr', 'm:pos') === 'top'
    const sign = mathNode('mo', [setting(element, 'm:groupChrPr', 'm:chr') ?? '⏟'], {
      stretchy: 'true',
    })
    return mathNode(isTop ? 'mover' : 'munder', [part(element, 'm:e'), sign])
  },
  'm:m': (element) => table(childrenNamed(element, 'm:mr').map((row) => partsNamed(row, 'm:e'))),
  'm:eqArr': (element) => table(partsNamed(element, 'm:e').map((line) => [line])),
  'm:borderBox': (element) => mathNode('menclose', [part(element, 'm:e')], { notation: 'box' }),
  'm:phant': (element) =>
    isOff(setting(element, 'm:phantPr', 'm:show'))
      ? mathNode('mphantom', [part(element, 'm:e')])
      : part(element, 'm:e'),
}

// Accents of Word combine with the letter before them; drawn they stand alone.
const APART: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': '´',
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '¯',
  '\u0305': '¯',
  '\u0306': '˘',
  '\u0307': '˙',
  '\u0308': '¨',
  '\u030c': 'ˇ',
  '\u20d7': '→',
  '\u20d6': '←',
}

function apart(accent: string): string {
  return APART[accent] ?? accent
}

function scripts(name: string, parts: readonly string[]): Rule {
  return (element) =>
    mathNode(name, [part(element, 'm:e'), ...parts.map((script) => part(element, script))])
}

function fraction(element: RawElement): MathNode {
  const kind = setting(element, 'm:fPr', 'm:type')
  const [top, under] = [part(element, 'm:num'), part(element, 'm:den')]
  return mathNode('mfrac', [top, under], kind === 'noBar' ? { linethickness: '0' } : {})
}

function large(element: RawElement): MathNode {
  const sign = mathNode('mo', [setting(element, 'm:naryPr', 'm:chr') || '∫'], { largeop: 'true' })
  const isUnder = setting(element, 'm:naryPr', 'm:limLoc') === 'undOvr'
  const below = bound(element, 'm:sub', 'm:subHide')
  const above = bound(element, 'm:sup', 'm:supHide')
  const names = isUnder ? ['munder', 'mover', 'munderover'] : ['msub', 'msup', 'msubsup']
  const bounded =
    below && above
      ? mathNode(names[2] ?? '', [sign, below, above])
      : below
        ? mathNode(names[0] ?? '', [sign, below])
        : above
          ? mathNode(names[1] ?? '', [sign, above])
          : sign
  return mathNode('mrow', [bounded, part(element, 'm:e')])
}

function bound(element: RawElement, name: string, hidden: string): MathNode | null {
  const found = part(element, name)
  return isOn(setting(element, 'm:naryPr', hidden)) || found.children.length === 0 ? null : found
}

function table(rows: readonly (readonly MathNode[])[]): MathNode {
  return mathNode(
    'mtable',
    rows.map((cells) =>
      mathNode(
        'mtr',
        cells.map((cell) => mathNode('mtd', [cell])),
      ),
    ),
  )
}

/** The first part of a name, as a row; an empty row where there is none. */
function part(element: RawElement, name: string): MathNode {
  return mathNode('mrow', nodesIn(childNamed(element, name)?.children ?? []))
}

function partsNamed(element: RawElement, name: string): MathNode[] {
  return childrenNamed(element, name).map(({ children }) => mathNode('mrow', nodesIn(children)))
}

function childrenNamed({ children }: RawElement, name: string): RawElement[] {
  return children.filter((child) => typeof child !== 'string').filter((one) => one.name === name)
}

/** `m:val` of a property; an empty word where the property stands without a value, null where it does not stand. */
function setting(element: RawElement, properties: string, name: string): string | null {
  const found = childNamed(childNamed(element, properties), name)
  return found ? (attributeOf(found, 'm:val') ?? '') : null
}

function isOn(value: string | null): boolean {
  return value !== null && !isOff(value)
}

function isOff(value: string | null): boolean {
  return value === '0' || value === 'off' || value === 'false'
}

const PIECE = /(\p{N}+(?:[.,]\p{N}+)*)|([\p{L}][\p{M}′″]*)|(\s+)|([^\p{L}\p{N}\s]\p{M}*)/gu

// Letters are names of their own unless they are set upright, numbers stay whole, all else is a sign.
function run(element: RawElement): MathNode {
  const properties = childNamed(element, 'm:rPr')
  const words = textIn(element, 'm:t')
  if (childNamed(properties, 'm:nor')) return mathNode('mtext', [words.replaceAll(' ', '\u00a0')])
  const style = childNamed(properties, 'm:sty')
  const isUpright = style !== null && attributeOf(style, 'm:val') === 'p'
  if (isUpright && /^\p{L}{2,}$/u.test(words)) return mathNode('mi', [words])
  const pieces = [...words.replaceAll('&', '').matchAll(PIECE)]
  return mathNode(
    'mrow',
    pieces.flatMap(([whole, number, letter, space]) => {
      if (space !== undefined) return [mathNode('mspace', [], { width: '0.25em' })]
      return [mathNode(number ? 'mn' : letter ? 'mi' : 'mo', [whole])]
    }),
  )
}
