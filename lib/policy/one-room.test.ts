import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

// Who sees what is said in this room alone. No query outside it may ask for a visibility, a role or whether something was deleted,
// but for the files named here, each with its reason; a command may, where it moves a thing from one state to another.

const EXCEPTIONS: Readonly<Record<string, string>> = {
  'lib/annotations/queries/coverage.ts': 'tells how a mark is drawn: ones own private notes apart',
  'lib/showcase/queries.ts': 'the front door chooses; who may see it is asked too',
  'lib/annotations/queries/hanging.ts': 'a deleted note hangs on no passage of a comparison',
  'lib/annotations/queries/list-conditions.ts': 'a deleted note is not found by what it said',
  'lib/annotations/queries/review-condition.ts': 'nobody looks after the place of a deleted note',
  'lib/annotations/queries/anchor-review.ts': 'nobody looks after the place of a deleted note',
  'lib/annotations/queries/rows.ts': 'counts the replies that stand',
  'lib/annotations/queries/tags-of-group.ts': 'a deleted note offers no tags',
  'lib/assignments/queries/due.ts': 'counts ones own notes that stand',
  'lib/assignments/queries/own-notes.ts': 'counts ones own notes that the course can read',
  'lib/debates/queries/claim-rows.ts': 'whether the note of a claim still stands',
  'lib/grading/queries/desk.ts': 'lists the students, and whether they shared anything',
  'lib/grading/queries/gradebook.ts': 'lists the students, and counts what they shared',
  'lib/groups/queries.ts': 'administrators list every group; an invitation ends with its group',

  'lib/library/queries/counted.ts': 'counts posts that stand, of threads that are seen',
  'lib/library/queries/places.ts': 'faces of ones own groups: who wrote there last',
  'lib/library/queries/tallies.ts': 'counts posts that stand, of threads that are seen',
  'lib/moderation/queries/item-rows.ts':
    'shows who decides what a decision hid, not what its author deleted',
  'lib/notifications/queries/notifications.ts': 'of what was deleted nobody is told any more',
  'lib/notifications/queries/watchers.ts': 'who took part with words that stand',
  'lib/participation/queries/posts.ts': 'what was shared with the course, and who took it away',
  'lib/preparation/queries/questions.ts':
    'questions that stand, shared with the course, for its staff',
  'lib/preparation/queries/students.ts': 'lists the students, for the staff of the course',
  'lib/preparation/queries/written.ts':
    'counts what stands and was shared, for the staff of the course',
  'lib/personal-data/queries.ts': 'ones own readings that stand',
  'lib/readings/queries/reading-row.ts': 'parses a date',
  'lib/readings/queries/readings.ts': 'an owner takes a deletion back',
  'lib/revisions/queries/preview.ts': 'reports to the owner, who is told numbers alone',
  'lib/revisions/queries/annotation-anchors.ts': 'places every note, for nobody in particular',
  'lib/search/queries/filters.ts': 'narrows to ones own private notes, of what is seen',
  'lib/threads/queries/body-for.ts': 'asks the rule about a private note as its group would see it',
  'lib/threads/queries/first-replies.ts': 'shows replies that stand',
  'lib/threads/queries/replies.ts': 'a deleted reply keeps its place while others hang on it',
}

const WORDS =
  /visibility"?\s*(=|<>|!=|===|!==|IN)\s*['("]|visibility: '|deletedAt(: null|: \{|\s*(===|!==) null)|deleted_at IS|\brole\s*(=|<>|===|!==)\s*'/

const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .map((file) => `lib/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\/queries(\/[^/]+)?\.ts$|\/queries\/.*\.ts$/.test(file))
  .filter((file) => !/\.test\.ts$|^lib\/(generated|policy|testing)\//.test(file))

describe('no query says who sees what', () => {
  test('there are queries to look at', () => expect(files.length).toBeGreaterThan(30))

  test.each(files)('%s', (file) => {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => WORDS.test(line))
    if (file in EXCEPTIONS) expect(lines, 'an exception that is none any more').not.toEqual([])
    else expect(lines).toEqual([])
  })

  test('every exception is a file', () => {
    expect(Object.keys(EXCEPTIONS).filter((file) => !files.includes(file))).toEqual([])
  })
})
