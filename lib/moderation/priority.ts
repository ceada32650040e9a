// Which item comes first. Points are the gravity of the reason, the record of those who reported it, how many others it concerns, and
// a point for every day that it waits, without an end: so nothing waits for ever. Since all grow older alike, the order of two items never
// changes by waiting, and a queue can be read page by page.

import type { FlagReason, Source } from './reason'

const DAY_MS = 86_400_000

const GRAVITY: Readonly<Record<FlagReason | Exclude<Source, 'flag'>, number>> = {
  'private-information': 4.5,
  harassment: 4,
  spam: 3,
  unsourced: 2,
  'off-topic': 1.5,
  other: 1.5,
  appeal: 5,
  unanswered: 2,
  'without-evidence': 2,
  contested: 2,
  'first-post': 1.5,
  held: 3.5,
  stale: 1,
  'needs-look': 1,
}

/** How often a reporter was right, of all their reports here that were decided. */
export type ReporterRecord = { readonly right: number; readonly decided: number }

/** How far a report of this person counts, between 0 and 1: (right + 1) / (decided + 2), Laplace's rule of succession. */
export function credence({ right, decided }: ReporterRecord): number {
  return (right + 1) / (decided + 2)
}

export type PriorityPart = {
  readonly name: 'reason' | 'reporters' | 'number' | 'age'
  readonly value: number
}

export type Weighed = {
  readonly reasons: readonly string[]
  readonly reporters: readonly ReporterRecord[]
  /** How many people it concerns besides: who also ask, who voted. */
  readonly others: number
}

/** The points of an item without its age: of several reasons the gravest counts. */
export function pointsOf({ reasons, reporters, others }: Weighed): number {
  return gravity(reasons) + trust(reporters) + reach(others)
}

function gravity(reasons: readonly string[]): number {
  const known = new Map<string, number>(Object.entries(GRAVITY))
  return Math.max(0, ...reasons.map((reason) => known.get(reason) ?? 0))
}

function trust(reporters: readonly ReporterRecord[]): number {
  return reporters.reduce((sum, reporter) => sum + credence(reporter), 0)
}

// Ten times as many people are one point more; at most two.
function reach(others: number): number {
  return Math.min(2, Math.log10(1 + Math.max(0, others)))
}

/** Where an item stands, highest first: its points less the days from 1970 until it came. */
export function rankOf(points: number, createdAt: Date): number {
  return points - createdAt.getTime() / DAY_MS
}

/** What the priority of an item is made of at a moment, and their sum. */
export function priorityAt(
  weighed: Weighed,
  { createdAt, now }: { readonly createdAt: Date; readonly now: Date },
): { readonly total: number; readonly parts: readonly PriorityPart[] } {
  const age = Math.max(0, now.getTime() - createdAt.getTime()) / DAY_MS
  const parts: PriorityPart[] = [
    { name: 'reason', value: gravity(weighed.reasons) },
    { name: 'reporters', value: trust(weighed.reporters) },
    { name: 'number', value: reach(weighed.others) },
    { name: 'age', value: age },
  ]
  const shown = parts.filter(({ value }) => value > 0).map(rounded)
  return { total: rounded({ name: 'age', value: sum(parts) }).value, parts: shown }
}

function sum(parts: readonly PriorityPart[]): number {
  return parts.reduce((all, { value }) => all + value, 0)
}

function rounded({ name, value }: PriorityPart): PriorityPart {
  return { name, value: Math.round(value * 10) / 10 }
}
