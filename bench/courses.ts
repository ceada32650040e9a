// A course of 300 students and 30,000 items beside one of 30 and 3,000: what its instructor waits for on each first screen and for the next student,
// and how long all scores take when something was written. In one run, turn by turn.

import { parseArgs } from 'node:util'
import { disconnect } from '@/lib/db/client'
import { live } from '@/scripts/lifecycle.mjs'
import { type MadeCourse, makeCourseOf } from './courses-world'
import { build, type Life, openDatabase, startApplication } from './house'
import { client, expectStatus } from './http'
import { type Compared, median, timed, turns } from './load'
import { figure, keepJson, printTable } from './report'

const { values: flags } = parseArgs({
  options: {
    students: { type: 'string', default: '300' },
    items: { type: 'string', default: '30000' },
    rounds: { type: 'string', default: '15' },
    recomputed: { type: 'string', default: '5' },
    port: { type: 'string', default: '4660' },
    'no-build': { type: 'boolean', default: false },
  },
})

const TIMES_FEWER = 10
const SCREENS = ['overview', 'gradebook', 'grading', 'next student', 'preparation sheet'] as const
type Screen = (typeof SCREENS)[number]

await live(async (life: Life) => {
  const databaseUrl = await openDatabase(life)
  const [students, items] = [Number(flags.students), Number(flags.items)]
  const few = { students: students / TIMES_FEWER, items: items / TIMES_FEWER }
  const small = await makeCourseOf({ ...few, seed: 1 })
  const large = await makeCourseOf({ students, items, seed: 2 })
  if (!flags['no-build']) await build(life)
  const url = await startApplication(life, { port: Number(flags.port), databaseUrl })
  await disconnect()
  const [one, other] = [visitor(url, small), visitor(url, large)]
  const scores = { one: await recomputed(one), other: await recomputed(other) }
  const results: Record<string, Compared> = {}
  for (const screen of SCREENS) {
    results[screen] = await turns(
      Number(flags.rounds),
      () => one.open(screen),
      () => other.open(screen),
    )
  }
  const rows = Object.entries(results).map(([screen, each]) => [
    screen,
    ...[each.one, each.other, each.ratio].map(figure),
  ])
  printTable(
    ['milliseconds, median', `${few.students} students`, `${students} students`, 'ratio'],
    [
      ...rows,
      [
        'scores of all, after a note',
        figure(scores.one),
        figure(scores.other),
        figure(scores.other / scores.one),
      ],
    ],
  )
  keepJson('courses', { students, items, screens: results, scores })
})

type Visitor = ReturnType<typeof visitor>

/** Whoever leads a course, and what they open. Each answer must be the page that was asked for. */
function visitor(url: string, course: MadeCourse) {
  const { slug, assignmentId, readingId, students } = course
  const server = client(url, course.token)
  let opened = 0
  const page = async (path: string, holds: string) => {
    const text = await expectStatus(200, server('GET', path))
    if (!text.includes(holds)) throw new Error(`${path} is another page`)
  }
  const student = () => students[opened++ % students.length]
  const grading = () => {
    const { personId = '', name = '' } = student() ?? {}
    return page(`/assignments/${assignmentId}/grading/${personId}`, name)
  }
  const ways: Readonly<Record<Screen, () => Promise<void>>> = {
    overview: () => page(`/assignments/${assignmentId}`, 'Student 0000'),
    gradebook: () => page(`/groups/${slug}/gradebook`, 'Student 0000'),
    grading: () => page(`/assignments/${assignmentId}/grading/${students[0]?.personId}`, 'Student'),
    'next student': grading,
    'preparation sheet': () => page(`/assignments/${assignmentId}/sheet`, 'Assignment '),
  }
  return {
    open: (screen: Screen) => ways[screen](),
    write: () =>
      expectStatus(
        201,
        server('POST', '/api/v1/annotations', {
          body: {
            ...{ readingId, assignmentId, visibility: 'group', kind: 'note' },
            ...{
              target: { exact: 'Military analysts posit that' },
              body: { format: 'markdown', value: `Written at ${Date.now()}.` },
            },
          },
        }),
      ),
    score: () => {
      const { personId = '' } = student() ?? {}
      const path = `/api/v1/assignments/${assignmentId}/participation/${personId}`
      return expectStatus(200, server('GET', path))
    },
  }
}

/** The median time to a score after something was written: then those of all are computed anew. */
async function recomputed({ write, score }: Visitor): Promise<number> {
  const times: number[] = []
  await score()
  for (let round = 0; round < Number(flags.recomputed); round++) {
    await write()
    times.push(await timed(score))
  }
  return median(times)
}
