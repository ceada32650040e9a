// The texts that the demo's groups read. Each stands in a Markdown file beside this one: its first line is the title.

import type { GroupKey } from './groups'
import type { ReadingKey } from './note'
import type { PersonKey } from './people'

type DemoReading = {
  readonly slug: string
  readonly file: string
  readonly genre: string
  readonly authors: readonly string[]
  readonly licence: string
  readonly owner: PersonKey
  /** Days before the demo was loaded. */
  readonly added: number
  /** On which shelves it stands, who placed it there and how many days ago. */
  readonly shelves: readonly {
    readonly group: GroupKey
    readonly by: PersonKey
    readonly ago: number
  }[]
}

export const READINGS = {
  article: {
    slug: 'implications-of-north-koreas-military-support-to-russia',
    file: 'article.md',
    genre: 'Analysis',
    authors: [],
    licence: '',
    owner: 'noor',
    added: 40,
    shelves: [
      { group: 'east-asia-desk', by: 'noor', ago: 10 },
      { group: 'reading-evidence', by: 'ingrid', ago: 30 },
      { group: 'open-room', by: 'danylo', ago: 6 },
    ],
  },
  liberty: {
    slug: 'on-liberty-three-passages',
    file: 'liberty.md',
    genre: 'Essay',
    authors: ['John Stuart Mill'],
    licence: 'Public domain (1859); the headings were added here',
    owner: 'tomas',
    added: 20,
    shelves: [{ group: 'open-room', by: 'tomas', ago: 20 }],
  },
} as const satisfies Record<ReadingKey, DemoReading>

/** A text file of the demo, taken apart: its first line is the title, the rest is the text. */
export function titleAndText(file: string): { readonly title: string; readonly markdown: string } {
  const end = file.indexOf('\n')
  return { title: file.slice(0, end).trim(), markdown: file.slice(end + 1) }
}
