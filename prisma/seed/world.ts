// The whole demo world: who wrote what about which text on which shelf, and how far everybody has read.

import type { DemoAssignment } from './assignments/assignment'
import { WHO_COUNTS } from './assignments/who-counts'
import { WRONG_BY_WHEN } from './assignments/wrong-by-when'
import { CLASS_NOTES_ADVICE } from './class-notes-advice'
import { CLASS_NOTES_CLAIMS } from './class-notes-claims'
import { CLASS_EVIDENCE } from './debates/class-evidence'
import type { DemoDebate } from './debates/debate'
import { DESK_ALLIANCE } from './debates/desk-alliance'
import { DESK_ECONOMY } from './debates/desk-economy'
import { DESK_FUTURE } from './debates/desk-future'
import { DESK_MILITARY } from './debates/desk-military'
import { DESK_RESPONSE } from './debates/desk-response'
import { DESK_NOTES_ALLIANCE } from './desk-notes-alliance'
import { DESK_NOTES_FRONT } from './desk-notes-front'
import { DESK_NOTES_TROOPS } from './desk-notes-troops'
import type { GroupKey } from './groups'
import { DAY, HOUR, type ReadingKey, type ShelfNotes } from './note'
import { LIBERTY_NOTES, OPEN_NOTES } from './open-notes'
import type { PersonKey } from './people'
import { DESK_REVIEWS } from './reviews/desk-reviews'
import type { DemoReviews } from './reviews/review'

/** Everything that was written, shelf by shelf. */
export const SHELVES: readonly ShelfNotes[] = [
  {
    group: 'east-asia-desk',
    reading: 'article',
    notes: [...DESK_NOTES_TROOPS, ...DESK_NOTES_FRONT, ...DESK_NOTES_ALLIANCE],
  },
  {
    group: 'reading-evidence',
    reading: 'article',
    notes: [...CLASS_NOTES_CLAIMS, ...CLASS_NOTES_ADVICE],
  },
  { group: 'open-room', reading: 'article', notes: OPEN_NOTES },
  { group: 'open-room', reading: 'liberty', notes: LIBERTY_NOTES },
]

/** What the class is assigned on the article. */
export const ASSIGNMENTS: readonly DemoAssignment[] = [WHO_COUNTS, WRONG_BY_WHEN]

/** What waits at the review desks. */
export const REVIEWS: readonly DemoReviews[] = [DESK_REVIEWS]

/** What is argued about the article, group by group. */
export const DEBATES: readonly DemoDebate[] = [
  DESK_MILITARY,
  DESK_ALLIANCE,
  DESK_RESPONSE,
  DESK_ECONOMY,
  DESK_FUTURE,
  CLASS_EVIDENCE,
]

/**
 * How many minutes ago each person last read everything on all shelves. What others wrote since then is unread; who is not
 * named here read a moment ago.
 */
export const LAST_READ: Readonly<Partial<Record<PersonKey, number>>> = {
  ana: 7 * HOUR + 30,
  ruth: 2 * HOUR + 30,
  ingrid: 5 * HOUR,
  chidi: 9 * HOUR,
  noor: 9 * HOUR + 30,
  mateusz: 60,
  ha: 30,
  yusuf: 15,
  priya: 3 * HOUR,
  leila: 2 * HOUR,
  danylo: DAY,
  tomas: 4 * HOUR,
}

/** Where some people stopped reading: at the first paragraph that contains these words. */
export const STOPPED_AT: readonly {
  readonly by: PersonKey
  readonly reading: ReadingKey
  readonly group: GroupKey
  readonly words: string
  readonly ago: number
}[] = [
  {
    by: 'ana',
    reading: 'article',
    group: 'east-asia-desk',
    words: 'Military analysts posit that',
    ago: 20 * HOUR,
  },
  {
    by: 'ruth',
    reading: 'article',
    group: 'east-asia-desk',
    words: 'Allied nations are likely to reassess',
    ago: 3 * HOUR,
  },
  {
    by: 'ingrid',
    reading: 'article',
    group: 'reading-evidence',
    words: 'In light of these developments',
    ago: 6 * HOUR,
  },
  {
    by: 'chidi',
    reading: 'article',
    group: 'reading-evidence',
    words: 'Industries tied to defense',
    ago: 10 * HOUR,
  },
]
