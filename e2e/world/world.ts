import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import type { AnnotationInput } from '@/lib/annotations/contract'
import { type Api, apiAs } from './api'
import type { Maker } from './maker-process'
import type { Group, GroupWish, Person, Reading } from './shapes'

/** The text that a journey reads unless it brings its own. Each sentence stands in it once. */
const MARKDOWN = `The record begins before any heading.

## What was counted

Twelve wagons left the yard in the morning. Nobody counted them **a second time**, and *nobody* asked why.

The ledger names eleven. A clerk may have looked away.

## What was said

The clerk said that all was well. The driver said nothing at all.

- The first witness saw a lantern.
- The second witness saw none.

## What remains

One page of the ledger was cut out with a knife.`

export type World = {
  readonly person: (name: string, password?: string) => Promise<Person>
  readonly group: (wish: Partial<GroupWish>) => Promise<Group>
  /** A reading that a group has on its shelf, or that everybody may read. */
  readonly reading: (
    owner: Person,
    place: {
      readonly group?: Group
      /** Further groups that have it. */
      readonly also?: readonly Group[]
      readonly markdown?: string
      readonly title?: string
      readonly visibility?: 'group' | 'public'
    },
  ) => Promise<Reading>
  /** Makes somebody a member of a group. */
  readonly joins: (person: Person, group: Group) => Promise<void>
  /** The API, as a person's script would use it. */
  readonly as: (person: Person) => Api
  /** A browser of its own, signed in as somebody or a guest's. */
  readonly browserOf: (person: Person | null, options?: BrowserContextOptions) => Promise<Page>
  /** A team of two with a reading: where most journeys begin. */
  readonly team: () => Promise<Team>
}

export type Team = {
  readonly ana: Person
  readonly ben: Person
  readonly group: Group
  readonly reading: Reading
  /** Whether the server has a note, asked by Ana. */
  readonly knows: (noteId: string) => Promise<boolean>
  /** Ana's note on "Twelve wagons left the yard in the morning." */
  readonly note: (
    wish?: Partial<AnnotationInput>,
  ) => Promise<{ readonly id: string; readonly version: number }>
}

/** Worlds of one test in the server under test: made of people and things that no other test knows. */
export function worldOf(
  maker: Maker,
  browser: Browser,
  { baseURL, complaints }: { readonly baseURL: string; readonly complaints: string[] },
): World {
  const world: World = {
    person: (name, password) => maker.person({ name, password }),
    group: (wish) =>
      maker.group({ name: 'The ledger readers', kind: 'team', members: [], ...wish }),
    reading: (
      owner,
      { group, also = [], title = 'The missing wagon', visibility = 'group', markdown = MARKDOWN },
    ) =>
      maker.reading({
        title,
        markdown,
        ownerId: owner.id,
        groupIds: [...(group ? [group] : []), ...also].map(({ id }) => id),
        visibility,
      }),
    joins: (person, group) => maker.membership({ personId: person.id, groupId: group.id }),
    as: (person) => apiAs(person, baseURL),
    async browserOf(person, options) {
      const context = await browser.newContext(options)
      hearComplaints(context, complaints)
      if (person) {
        const { hostname: domain } = new URL(baseURL)
        await context.addCookies([{ ...person.cookie, domain, path: '/', httpOnly: true }])
      }
      return context.newPage()
    },
    team: () => teamIn(world),
  }
  return world
}

/** What pages throw or write to their console as an error. That something could not be fetched is for the journey to judge. */
function hearComplaints(context: BrowserContext, complaints: string[]): void {
  context.on('weberror', (thrown) => complaints.push(String(thrown.error())))
  context.on('console', (message) => {
    if (message.type() !== 'error' || /^Failed to load resource/.test(message.text())) return
    complaints.push(`${message.page()?.url()}: ${message.text()}`)
  })
}

async function teamIn(world: World): Promise<Team> {
  const [ana, ben] = await Promise.all([world.person('Ana Ruiz'), world.person('Ben Okafor')])
  const group = await world.group({
    members: [
      { personId: ana.id, role: 'owner' },
      { personId: ben.id, role: 'member' },
    ],
  })
  const reading = await world.reading(ana, { group })
  return {
    ana,
    ben,
    group,
    reading,
    knows: (noteId) => world.as(ana).knows(noteId),
    note: (wish) =>
      world.as(ana).annotate({
        readingId: reading.id,
        groupId: group.id,
        visibility: 'group',
        kind: 'note',
        target: { exact: 'Twelve wagons left the yard in the morning.' },
        body: { format: 'markdown', value: 'Who counted them?' },
        ...wish,
      }),
  }
}
