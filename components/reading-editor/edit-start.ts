import type { KeptRun } from '@/lib/text/kept-runs'
import type { EditorNote } from './tracking'

/** What the page of the editor knows when it is made. */
export type EditStart = {
  readonly personId: string
  readonly reading: {
    readonly id: string
    readonly slug: string
    readonly language: string
    readonly direction: 'ltr' | 'rtl'
  }
  readonly base: {
    readonly id: string
    readonly number: number
    readonly isCurrent: boolean
    readonly text: string
  }
  readonly currentId: string
  readonly currentNumber: number
  /** The draft as it is on the server; version 0: there is none, and this is the text itself. */
  readonly doc: Record<string, unknown>
  readonly kept: readonly KeptRun[]
  readonly version: number
  readonly notes: readonly EditorNote[]
}

/** What an editor begins with. */
export type Opened = Pick<EditStart, 'doc' | 'kept' | 'version'> & {
  /** Rises when another text takes the place of this one. */
  readonly turn: number
  /** It came from this browser and the server does not have it yet. */
  readonly unsaved: boolean
}
