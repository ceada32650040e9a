// The shape of the demo's debates, as plain data. Ages are minutes before the moment of loading.

import type { Aspect, Relation } from '@/lib/debates/claim'
import type { Stance } from '@/lib/measures/stance'
import type { GroupKey } from '@/prisma/seed/groups'
import type { PersonKey } from '@/prisma/seed/people'

export type DemoForecast = {
  readonly question: string
  readonly criteria: string
  /** Days after the moment of loading. */
  readonly dueIn: number
  /** Who held how many hundredths likely, that many minutes ago. */
  readonly given: readonly {
    readonly by: PersonKey
    readonly ago: number
    readonly percent: number
  }[]
  readonly resolved?: {
    readonly by: PersonKey
    readonly ago: number
    readonly happened: boolean
    readonly note: string
  }
}

export type DemoClaim = {
  readonly by: PersonKey
  readonly ago: number
  readonly does: Relation
  readonly attacks?: Aspect
  readonly text: string
  readonly explanation?: string
  /** Words of the article, each there once. */
  readonly cites?: readonly string[]
  /** "noor43": Noor says 4 of its truth and 3 of its weight where it hangs. */
  readonly votes?: string
  /** Of a question: when and by whom it was settled. */
  readonly settled?: { readonly by: PersonKey; readonly ago: number }
  readonly forecast?: DemoForecast
  readonly replies?: readonly {
    readonly by: PersonKey
    readonly ago: number
    readonly body: string
  }[]
  readonly answers?: readonly DemoClaim[]
}

export type DemoThesis = {
  readonly by: PersonKey
  readonly ago: number
  readonly text: string
  readonly explanation?: string
  /** Where people stood at first, and where they stand now. */
  readonly stances: Readonly<Partial<Record<PersonKey, readonly [Stance, Stance]>>>
  readonly forecast?: DemoForecast
  readonly claims: readonly DemoClaim[]
}

export type DemoDebate = {
  readonly group: GroupKey
  /** The section of the article that it is on, by its title. */
  readonly section: string
  readonly theses: readonly DemoThesis[]
}
