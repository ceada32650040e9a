// The lines of the inbox: notices of one conversation are one line, newest first, under the day of the newest. Pure.

import type { NotificationShape } from '@/lib/notifications/contract'
import { deedOf, noticeWords } from './notice-words'

export type InboxLine = {
  /** The conversation, or the notice itself where there is none. */
  readonly key: string
  /** Newest first, at least one. */
  readonly notices: readonly [NotificationShape, ...NotificationShape[]]
  readonly unread: number
}

/** Notices, newest first, as lines. What is of one conversation is one line, where its newest stands. */
export function inboxLines(notices: readonly NotificationShape[]): readonly InboxLine[] {
  const lines = new Map<string, [NotificationShape, ...NotificationShape[]]>()
  for (const notice of notices) {
    const key = notice.threadId ?? notice.id
    const known = lines.get(key)
    if (known) known.push(notice)
    else lines.set(key, [notice])
  }
  return [...lines].map(([key, told]) => ({
    key,
    notices: told,
    unread: told.filter(({ readAt }) => readAt === null).length,
  }))
}

// What says most of a line with several notices.
const STRONGEST = ['post.mentioned', 'post.answered', 'thread.replied', 'post.watched']

export type LineWords = {
  /** Those who did it; empty where the words say all. */
  readonly names: string
  readonly deed: string
  readonly excerpt: string
  readonly href: string
}

/** What a line says, and where it leads. */
export function lineWords({ notices }: InboxLine): LineWords {
  const [newest] = notices
  const { text, more, href } = noticeWords(newest)
  const kind = STRONGEST.find((each) => notices.some((notice) => notice.kind === each))
  const told = notices.find((notice) => notice.kind === (kind ?? newest.kind)) ?? newest
  const deed = deedOf(told.kind)
  if (deed === null) return { names: '', deed: text, excerpt: more, href }
  const names = [...new Set(notices.map(({ actor }) => actor?.name ?? 'Somebody'))]
  return { names: joined(names), deed, excerpt: noticeWords(told).more, href }
}

function joined(names: readonly string[]): string {
  const [first = '', second, ...others] = names
  if (second === undefined) return first
  if (others.length === 0) return `${first} and ${second}`
  return `${first}, ${second} and ${others.length === 1 ? '1 other' : `${others.length} others`}`
}

export type InboxDay = { readonly day: string; readonly lines: readonly InboxLine[] }

/** Lines under the days of their newest notices, as they are called in a time zone. */
export function inboxDays(
  lines: readonly InboxLine[],
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): readonly InboxDay[] {
  const name = dayNames(now, timeZone)
  const days: { day: string; lines: InboxLine[] }[] = []
  for (const line of lines) {
    const day = name(new Date(line.notices[0].createdAt))
    const last = days.at(-1)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  return days
}

const DAY_MS = 86_400_000

function dayNames(now: Date, timeZone: string): (at: Date) => string {
  const number = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  const words = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full' })
  const dayOf = (at: Date) => Date.parse(number.format(at)) / DAY_MS
  return (at) => {
    const ago = dayOf(now) - dayOf(at)
    if (ago <= 0) return 'Today'
    return ago === 1 ? 'Yesterday' : words.format(at)
  }
}
