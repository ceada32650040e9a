// How far a long Markdown text is parsed. The parser goes through it twice, first for blocks and then for what stands in their lines, and
// says nothing meanwhile: so it is given a piece of grammar that matches nothing and notes where it was asked.

import type { Data, Processor } from 'unified'

/** Told the character that is being parsed, of how many, each character counted twice. */
export type Parsed = (done: number, total: number) => void

type Extension = NonNullable<Data['micromarkExtensions']>[number]
type Construct = Extract<NonNullable<NonNullable<Extension['text']>['null']>, { tokenize: unknown }>

/** A plugin for the parser that tells how far it is in a text of so many characters. */
export function tellingParsed(length: number, parsed: Parsed): (this: Processor) => void {
  const noting = (from: number): Construct => ({
    name: 'progress',
    tokenize(_effects, _ok, nok) {
      parsed(Math.min(2 * length, from + this.now().offset), 2 * length)
      return nok
    },
  })
  return function tell() {
    const data = this.data()
    const extensions = data.micromarkExtensions ?? []
    data.micromarkExtensions = extensions
    extensions.push({ flowInitial: { null: noting(0) }, text: { null: noting(length) } })
  }
}
