// What is due, as a calendar that other programs read (RFC 5545).

import ical from 'ical-generator'

type Dated = {
  readonly assignment: {
    readonly id: string
    readonly title: string
    readonly dueAt: string | null
    readonly repliesUntil: string | null
  }
  readonly course: { readonly name: string }
}

const LENGTH_MS = 15 * 60_000

/** The calendar: for each assignment when it is due and when replies end. An entry keeps its name, so that a moved time moves it. */
export function calendarOf(due: readonly Dated[], addressOf: (path: string) => string): string {
  const calendar = ical({ name: 'Colloquy: due', prodId: '//Colloquy//Due//EN' })
  for (const { assignment, course } of due) {
    const { id, title } = assignment
    const entries = [
      { id: `due-${id}`, at: assignment.dueAt, summary: `Due: ${title}` },
      { id: `replies-${id}`, at: assignment.repliesUntil, summary: `Replies end: ${title}` },
    ]
    for (const { id: name, at, summary } of entries) {
      if (at === null) continue
      const end = new Date(at)
      calendar.createEvent({
        ...{ id: name, summary, end, start: new Date(end.getTime() - LENGTH_MS) },
        ...{ description: course.name, url: addressOf(`/assignments/${id}`) },
      })
    }
  }
  return calendar.toString()
}
