// The see-rules of sight.ts as filters, for lists, counts and whatever reads more than one row: by Prisma and in SQL.

import { Prisma } from '@/lib/generated/prisma/client'
import { type AnyActor, groupsOf } from './actor'
import * as sight from './sight'
import { type Row, sqlOf } from './sql'
import { whereOf } from './where'

/** Prisma filters that leave just what an actor may see. The operator sees everything. */
export function visibleTo(actor: AnyActor): {
  readonly groups: Prisma.GroupWhereInput
  readonly readings: Prisma.ReadingWhereInput
  readonly assets: Prisma.AssetWhereInput
  readonly imports: Prisma.ImportWhereInput
  readonly notifications: Prisma.NotificationWhereInput
  readonly annotations: Prisma.AnnotationWhereInput
  readonly threads: Prisma.ThreadWhereInput
  readonly replies: Prisma.ReplyWhereInput
  readonly assignments: Prisma.AssignmentWhereInput
} {
  if (actor.kind === 'operator') {
    return {
      groups: {},
      readings: {},
      assets: {},
      imports: {},
      notifications: {},
      annotations: {},
      threads: {},
      replies: {},
      assignments: {},
    }
  }
  return {
    groups: whereOf(actor, sight.group, 'groups'),
    readings: whereOf(actor, sight.reading, 'readings'),
    assets: whereOf(actor, sight.asset, 'assets'),
    imports: whereOf(actor, sight.own, 'imports'),
    notifications: whereOf(actor, sight.own, 'notifications'),
    annotations: whereOf(actor, sight.note, 'annotations'),
    threads: whereOf(actor, sight.thread, 'threads'),
    replies: whereOf(actor, sight.reply, 'replies'),
    assignments: whereOf(actor, sight.assignment, 'assignments'),
  }
}

const NOTE: Row = { table: 'annotations', as: 'a', joined: { thread: 't', group: 'g' } }

/**
 * The notes that an actor may see, as an SQL condition. Expects the aliases `a` (annotations), `t` (threads) and `g` (groups, left
 * joined), and a reading that the actor was already seen to see.
 */
export function annotationsVisibleSql(actor: AnyActor): Prisma.Sql {
  return actor.kind === 'operator' ? Prisma.sql`TRUE` : sqlOf(actor, sight.noteOnSeenReading, NOTE)
}

/** The notes that lists and counts hold for an actor, as an SQL condition. Expects what `annotationsVisibleSql` does. */
export function listable(actor: AnyActor): Prisma.Sql {
  return actor.kind === 'operator' ? Prisma.sql`TRUE` : sqlOf(actor, sight.listedNote, NOTE)
}

/** The replies that an actor may see, as an SQL condition. Expects the alias `r` (replies). */
export function repliesVisibleSql(actor: AnyActor): Prisma.Sql {
  if (actor.kind === 'operator') return Prisma.sql`TRUE`
  return sqlOf(actor, sight.reply, { table: 'replies', as: 'r' })
}

/** The replies that a decision took from view and that an actor reads all the same. Expects the alias `r` (replies). */
export function keptRepliesSql(actor: AnyActor): Prisma.Sql {
  if (actor.kind === 'operator') return Prisma.sql`TRUE`
  return sqlOf(actor, sight.keptReply, { table: 'replies', as: 'r' })
}

/** The same, of notes that the actor was already seen to see. Expects the alias `r` (replies). */
export function repliesOnSeenNotesSql(actor: AnyActor): Prisma.Sql {
  if (actor.kind === 'operator') return Prisma.sql`TRUE`
  return sqlOf(actor, sight.replyOnSeenNote, { table: 'replies', as: 'r' })
}

/**
 * The rule `annotation.place` as an SQL condition, of those notes that `annotationsVisibleSql` leaves. Expects the aliases `a`, `g`
 * (groups, left joined) and `r` (readings).
 */
export function placeableSql(actor: AnyActor): Prisma.Sql {
  if (actor.kind === 'operator') return Prisma.sql`TRUE`
  if (actor.kind === 'anonymous' || !actor.scopes.includes('write')) return Prisma.sql`FALSE`
  return sqlOf(actor, sight.placeableNote, { ...NOTE, joined: { group: 'g', reading: 'r' } })
}

/** The rule `reading.see` as an SQL condition. Expects the alias `r` (readings). */
export function readingsVisibleSql(actor: AnyActor): Prisma.Sql {
  if (actor.kind === 'operator') return Prisma.sql`TRUE`
  return sqlOf(actor, sight.reading, { table: 'readings', as: 'r' })
}

/** The rule `thread.see` as an SQL condition. Expects the alias `t` (threads). */
export function threadsVisibleSql(actor: AnyActor): Prisma.Sql {
  if (actor.kind === 'operator') return Prisma.sql`TRUE`
  return sqlOf(actor, sight.thread, { table: 'threads', as: 't' })
}

/** Whether an actor reads the name behind a pseudonym, as an SQL condition. Expects the alias `y` (pseudonyms). */
export function pseudonymsLiftedSql(actor: AnyActor): Prisma.Sql {
  if (actor.kind === 'operator') return Prisma.sql`TRUE`
  return sqlOf(actor, sight.liftedPseudonym, { table: 'pseudonyms', as: 'y' })
}

/** The groups that an actor may see, as an SQL condition. Expects the alias `g` (groups). */
export function groupsVisibleSql(actor: AnyActor): Prisma.Sql {
  if (actor.kind === 'operator') return Prisma.sql`TRUE`
  return sqlOf(actor, sight.group, { table: 'groups', as: 'g' })
}

/**
 * What a search may find for an actor: nothing that was deleted, withdrawn or put away, people of their own groups. Expects the aliases `e`
 * (search.entries), and left joined `r` (its reading), `a`, `q`, `c` (the annotation, reply or claim that it is), `t` (the thread)
 * and `g` (the thread's group).
 */
export function foundVisibleSql(actor: AnyActor): Prisma.Sql {
  const reading = readingsVisibleSql(actor)
  const reply = sqlOf(actor, sight.reply, { table: 'replies', as: 'q' })
  const claim = sqlOf(actor, sight.claim, { table: 'claims', as: 'c' })
  const groups = groupsOf(actor, 'guest')
  return Prisma.sql`CASE e.kind
    WHEN 'reading' THEN ${reading}
    WHEN 'text' THEN ${reading}
    WHEN 'annotation' THEN a.deleted_at IS NULL AND ${reading} AND ${listable(actor)}
    WHEN 'reply' THEN q.deleted_at IS NULL AND ${reply}
    WHEN 'claim' THEN c.withdrawn_at IS NULL AND c.archived_at IS NULL AND ${claim}
    WHEN 'person' THEN e.id IN (SELECT m.person_id FROM memberships m
      WHERE m.group_id = ANY(${[...groups]}::uuid[]))
    ELSE FALSE END`
}
