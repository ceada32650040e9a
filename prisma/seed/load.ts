import 'server-only'
import { hashPassword } from '@/lib/auth/password'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import type { AssignmentRows } from './assignments/assignment-rows'
import type { DebateRows } from './debates/debate-rows'
import { deletePeople } from './delete-people'
import { DEMO_DOMAIN, DEMO_PASSWORD } from './people'
import type { ReadingRows } from './reading-rows'
import type { ReviewRows } from './reviews/review-rows'
import type { ThreadRows } from './thread-rows'
import { type WorldRows, worldRows } from './world-rows'

// The demo world goes in as one transaction of bulk inserts and comes out as one. It records no events: nobody listens yet to
// a world that has only just been made.

/**
 * Loads the demo world as it would look at a moment. Does nothing and says so when demo people are there already; two that
 * load at once make one world. Takes about a second. Throws Conflict when a group or reading of others has an address that the
 * demo uses.
 */
export async function loadDemo(now: Date): Promise<'loaded' | 'already there'> {
  const rows = worldRows(now, await hashPassword(DEMO_PASSWORD))
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('colloquy demo world'))`
    if ((await demoPeople(tx)).length > 0) return 'already there'
    await requireFreeSlugs(tx, rows)
    await tx.person.createMany({ data: [...rows.people] })
    await tx.group.createMany({ data: [...rows.groups] })
    await tx.membership.createMany({ data: [...rows.memberships] })
    for (const reading of rows.readings) await storeReading(tx, reading)
    await storeAssignments(tx, rows)
    await storeThreads(tx, rows.threads)
    await storeDebates(tx, rows.debates)
    await storeReviews(tx, rows.reviews)
    await tx.readMark.createMany({ data: [...rows.readMarks] })
    return 'loaded'
  })
}

/**
 * Removes the demo people, the groups and readings that are theirs, and all that hangs on these; nothing else. What demo people
 * wrote elsewhere goes too. Says how many people there were.
 */
export async function removeDemo(): Promise<number> {
  return transaction(async (tx) => {
    const people = await demoPeople(tx)
    await deletePeople(tx, people)
    return people.length
  })
}

async function demoPeople(tx: Db): Promise<readonly string[]> {
  const people = await tx.person.findMany({
    where: { demoRole: { not: null }, email: { endsWith: `@${DEMO_DOMAIN}` } },
    select: { id: true },
  })
  return people.map(({ id }) => id)
}

async function requireFreeSlugs(tx: Db, { groups, readings }: WorldRows): Promise<void> {
  const select = { slug: true }
  const groupSlugs = groups.map(({ slug }) => slug)
  const readingSlugs = readings.map(({ reading }) => reading.slug)
  const taken = [
    ...(await tx.group.findMany({ where: { slug: { in: groupSlugs } }, select })),
    ...(await tx.reading.findMany({ where: { slug: { in: readingSlugs } }, select })),
  ]
  const [first] = taken
  if (!first) return
  throw new Conflict(
    'demo-in-the-way',
    `The demo needs the address “${first.slug}”, which a group or reading here has already. Nothing was loaded or changed.`,
  )
}

async function storeReading(tx: Db, rows: ReadingRows): Promise<void> {
  await tx.reading.createMany({ data: rows.reading })
  await tx.revision.createMany({ data: rows.revision })
  await tx.reading.updateMany({
    where: { id: rows.reading.id },
    data: { currentRevisionId: rows.revision.id },
  })
  await tx.section.createMany({ data: [...rows.sections] })
  await tx.revisionSection.createMany({ data: [...rows.revisionSections] })
  await tx.shelf.createMany({ data: [...rows.shelves] })
  await tx.readingPosition.createMany({ data: [...rows.positions] })
}

// Before what was written for them.
async function storeAssignments(tx: Db, { circles, assignments }: WorldRows): Promise<void> {
  await tx.circle.createMany({ data: [...circles.circles] })
  await tx.circleMember.createMany({ data: [...circles.members] })
  const all = <Row>(of: (rows: AssignmentRows) => readonly Row[]): Row[] => assignments.flatMap(of)
  await tx.assignment.createMany({ data: all(({ assignment }) => [assignment]) })
  await tx.assignmentSection.createMany({ data: all(({ sections }) => sections) })
  await tx.sectionOpening.createMany({ data: all(({ openings }) => openings) })
  await tx.completion.createMany({ data: all(({ completions }) => completions) })
  await tx.extension.createMany({ data: all(({ extensions }) => extensions) })
  await tx.rubric.createMany({ data: all(({ grading }) => [grading.rubric]) })
  await tx.grade.createMany({ data: all(({ grading }) => grading.grades) })
  await tx.gradeChange.createMany({ data: all(({ grading }) => grading.changes) })
  await tx.gradeMessage.createMany({ data: all(({ grading }) => grading.messages) })
  await tx.workView.createMany({ data: all(({ grading }) => grading.views) })
}

async function storeThreads(tx: Db, threads: readonly ThreadRows[]): Promise<void> {
  await tx.thread.createMany({ data: threads.map(({ thread }) => thread) })
  await tx.annotation.createMany({ data: threads.map(({ annotation }) => annotation) })
  await tx.reply.createMany({ data: threads.flatMap(({ replies }) => replies) })
  await tx.postEdit.createMany({ data: threads.flatMap(({ edits }) => edits) })
  await tx.reaction.createMany({ data: threads.flatMap(({ reactions }) => reactions) })
}

async function storeReviews(tx: Db, reviews: readonly ReviewRows[]): Promise<void> {
  const all = <Row>(of: (rows: ReviewRows) => readonly Row[]): Row[] => reviews.flatMap(of)
  await tx.reviewItem.createMany({ data: all(({ items }) => items) })
  await tx.flag.createMany({ data: all(({ flags }) => flags) })
  await tx.decision.createMany({ data: all(({ decisions }) => decisions) })
  await tx.appeal.createMany({ data: all(({ appeals }) => appeals) })
  for (const { post, decisionId, at, byId } of all(({ taken }) => taken)) {
    const [where, data] = [{ id: post.id }, { deletedAt: at, deletedById: byId, decisionId }]
    if (post.kind === 'annotation') await tx.annotation.updateMany({ where, data })
    else {
      await tx.reply.updateMany({ where, data })
      await tx.thread.updateMany({
        where: { id: post.threadId },
        data: { replyCount: { decrement: 1 } },
      })
    }
  }
}

async function storeDebates(tx: Db, debates: readonly DebateRows[]): Promise<void> {
  const all = <Row>(of: (debate: DebateRows) => readonly Row[]): Row[] => debates.flatMap(of)
  await tx.debate.createMany({ data: debates.map(({ debate }) => debate) })
  await tx.thread.createMany({ data: all(({ threads }) => threads) })
  await tx.claim.createMany({ data: all(({ claims }) => claims) })
  await tx.claimLink.createMany({ data: all(({ links }) => links) })
  await tx.truthVote.createMany({ data: all(({ truthVotes }) => truthVotes) })
  await tx.relevanceVote.createMany({ data: all(({ relevanceVotes }) => relevanceVotes) })
  await tx.thesisStance.createMany({ data: all(({ stances }) => stances) })
  await tx.evidence.createMany({ data: all(({ evidence }) => evidence) })
  await tx.forecast.createMany({ data: all(({ forecasts }) => forecasts) })
  await tx.forecastProbability.createMany({ data: all(({ probabilities }) => probabilities) })
  await tx.reply.createMany({ data: all(({ replies }) => replies) })
}
