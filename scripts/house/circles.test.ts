import { describe, expect, it } from 'vitest'
import { circlesIn } from './circles'
import { drawing } from './drawing'
import { upwardImports } from './rooms'
import type { SourceFile } from './source'

const file = (path: string, ...imports: string[]): SourceFile => ({
  path,
  imports,
  lines: 10,
  functions: [],
})

describe('the figures of the house', () => {
  it('find circles of any length, and nothing in a chain', () => {
    const circle = [
      file('lib/text/a.ts', 'lib/text/b.ts'),
      file('lib/text/b.ts', 'lib/text/c.ts'),
      file('lib/text/c.ts', 'lib/text/a.ts', 'lib/text/d.ts'),
      file('lib/text/d.ts'),
    ]
    expect(circlesIn(circle).map((paths) => paths.toSorted())).toEqual([
      ['lib/text/a.ts', 'lib/text/b.ts', 'lib/text/c.ts'],
    ])
    expect(circlesIn(circle.slice(0, 2))).toEqual([])
  })

  it('find imports that go up', () => {
    const sources = [file('lib/text/a.ts', 'components/ui/b.tsx'), file('components/ui/b.tsx')]
    expect(upwardImports(sources)).toEqual(['lib/text/a.ts → components/ui/b.tsx'])
  })

  it('draw each passage between rooms once', () => {
    const sources = [file('app/a.tsx', 'lib/text/b.ts'), file('lib/text/b.ts')]
    expect(drawing(sources)).toContain('app --> lib_text')
  })
})
