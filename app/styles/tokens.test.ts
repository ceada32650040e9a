import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

// Every pair of colours that stands on another, in each theme, by the formula of WCAG 2.2 (relative luminance, contrast ratio).

const CSS = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Rgb = readonly [number, number, number]

function block(selector: string): string {
  const start = CSS.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`tokens.css has no ${selector}`)
  return CSS.slice(start, CSS.indexOf('}', start))
}

function colours(css: string, half: 0 | 1): ReadonlyMap<string, string> {
  const found = css.matchAll(
    /--([\w-]+): (?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/g,
  )
  return new Map(
    [...found].map(([, name = '', light, dark, plain = '']) => [
      name,
      [light, dark][half] ?? plain,
    ]),
  )
}

const LIGHT = colours(block(':root'), 0)
const THEMES = {
  light: LIGHT,
  sepia: new Map([...LIGHT, ...colours(block(':root[data-theme="sepia"]'), 0)]),
  dark: colours(block(':root'), 1),
}

function rgb(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

function over(top: Rgb, ground: Rgb, alpha: number): Rgb {
  const mix = (index: 0 | 1 | 2) => top[index] * alpha + ground[index] * (1 - alpha)
  return [mix(0), mix(1), mix(2)]
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const TEXT = 4.5
const GRAPHIC = 3
const PAIRS = [
  ['text', 'bg', TEXT],
  ['text', 'surface', TEXT],
  ['text', 'sunken', TEXT],
  ['text', 'raised', TEXT],
  ['muted', 'bg', TEXT],
  ['muted', 'surface', TEXT],
  ['muted', 'sunken', TEXT],
  ['accent', 'bg', TEXT],
  ['accent', 'surface', TEXT],
  ['accent', 'sunken', TEXT],
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-hover', TEXT],
  ['danger', 'bg', TEXT],
  ['danger', 'surface', TEXT],
  ['danger', 'sunken', TEXT],
  ['ok', 'bg', TEXT],
  ['ok', 'surface', TEXT],
  ['warn', 'bg', TEXT],
  ['warn', 'surface', TEXT],
  ['bg', 'text', TEXT],
  ['control', 'surface', GRAPHIC],
  ['control', 'bg', GRAPHIC],
  ['focus', 'bg', GRAPHIC],
  ['focus', 'surface', GRAPHIC],
  ['focus', 'sunken', GRAPHIC],
  ['hl-line', 'bg', GRAPHIC],
  ['own-line', 'bg', GRAPHIC],
  ['support', 'bg', GRAPHIC],
  ['oppose', 'bg', GRAPHIC],
  ['nuance', 'bg', GRAPHIC],
  ['question', 'bg', GRAPHIC],
] as const

const MARKS = { light: [22, 32, 42, 52], sepia: [22, 32, 42, 52], dark: [16, 24, 32, 32] } as const
const TINTS = { light: 0.14, sepia: 0.14, dark: 0.18 } as const

describe.each(['light', 'sepia', 'dark'] as const)('in %s', (theme) => {
  const colour = (name: string) => {
    const hex = THEMES[theme].get(name)
    if (hex === undefined) throw new Error(`there is no --${name}`)
    return rgb(hex)
  }

  test.each(PAIRS)('%s stands out on %s', (top, ground, least) => {
    expect(contrast(colour(top), colour(ground))).toBeGreaterThanOrEqual(least)
  })

  test.each(MARKS[theme])('text is read on a mark of %i %%', (percent) => {
    const mark = over(colour('hl'), colour('bg'), percent / 100)
    expect(contrast(colour('text'), mark)).toBeGreaterThanOrEqual(TEXT)
  })

  test.each(['support', 'oppose', 'nuance', 'question'])(
    'the word %s is read on its chip',
    (hue) => {
      const chip = over(colour(hue), colour('surface'), TINTS[theme])
      expect(contrast(colour(`${hue}-text`), chip)).toBeGreaterThanOrEqual(TEXT)
    },
  )
})

test('dark by the device and dark by choice are the same', () => {
  const declarations = (css: string) => [...css.matchAll(/--[\w-]+: [^;]+;/g)].map(String)
  const byDevice = declarations(block(':root:not([data-theme])'))
  const byChoice = CSS.lastIndexOf(':root[data-theme="dark"] {')
  expect(byDevice.length).toBeGreaterThan(0)
  expect(declarations(CSS.slice(byChoice, CSS.indexOf('}', byChoice)))).toEqual(byDevice)
})
