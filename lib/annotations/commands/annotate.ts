import 'server-only'
import { requirePassage, requireWords } from '@/lib/annotations/annotation'
import type { AnnotationInput } from '@/lib/annotations/contract'
import { annotationNews } from '@/lib/annotations/news'
import { annotationOn } from '@/lib/annotations/queries/annotations'
import { type Made, madeOn } from '@/lib/annotations/queries/made-on'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { normaliseTags } from '@/lib/annotations/tags'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict, Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { holdPost, whyItWaits } from '@/lib/moderation/hold-post'
import type { SignedIn } from '@/lib/policy/actor'
import type { AnnotationFacts, AnnotationPlan } from '@/lib/policy/facts'
import { authorize, can } from '@/lib/policy/rules'
import { takePseudonym } from '@/lib/pseudonyms/take-pseudonym'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import { readingRow } from '@/lib/readings/queries/reading-row'
import { readingFor } from '@/lib/readings/queries/readings'
import { bodyFor } from '@/lib/threads/queries/body-for'
import { earnOpening, holdTask, requireAssigned, taskFor } from './for-assignment'
import { homeOf, type NewAnnotation, storeAnnotation } from './store-annotation'
import { tellOfNote } from './tell-note'

type Shelf = ReadingRow['shelves'][number]['group']

/** Makes an annotation on a passage, a section or the whole reading. */
export async function annotate(actor: SignedIn, input: AnnotationInput): Promise<AnnotationRow> {
  const reading = await readingFor(actor, input.readingId)
  const at = now()
  const task = await taskFor(actor, input, at)
  const groupId = input.groupId ?? task?.groupId
  const group = shelfFor(actor, reading, { ...input, groupId })
  authorize(actor, 'annotation.create', { reading, group, visibility: input.visibility })
  requirePassage(input.kind, input.target !== undefined)
  const made = await madeOn(withText(reading), input)
  if (task) requireAssigned(task, homeOf(made))
  const facts: AnnotationFacts = {
    ...newFacts(actor, { reading, group, visibility: input.visibility }),
    assignmentId: task?.id ?? null,
    homeSectionId: homeOf(made),
    circleId: (task && actor.withheld.circles.get(task.id)) ?? null,
  }
  const body =
    input.body === undefined
      ? null
      : await bodyFor(input.body, { lockedAt: null, annotation: facts, claim: null })
  requireWords(input.kind, body?.text ?? '')
  const tags = normaliseTags(input.tags ?? [])
  const id = newId()
  const whereabouts = { readingId: reading.id, groupId: group?.id ?? null }
  const note: NewAnnotation = {
    id,
    ...whereabouts,
    authorId: actor.personId,
    kind: input.kind,
    visibility: input.visibility,
    body,
    tags,
    assignmentId: task?.id ?? null,
    circleId: null,
    createdAt: at,
  }
  await transaction(async (tx) => {
    const circleId = task && (await holdTask(tx, actor, task))
    await takePseudonym(tx, { assignmentId: task?.id ?? null, personId: actor.personId })
    await tx.thread.createMany({ data: { id, ...whereabouts, lastPostId: id, lastActivityAt: at } })
    const why = await whyNoteWaits(tx, actor, note)
    const stored = await store(tx, { note: { ...note, circleId }, made, reading, input })
    await earnOpening(tx, { ...note, homeSectionId: homeOf(stored) }, at)
    const { personId: actorId } = actor
    await annotationNews.record(tx, {
      kind: 'annotation.created',
      actorId,
      subjectId: id,
      ...whereabouts,
      at,
    })
    const told = { ...facts, circleId, homeSectionId: homeOf(stored) }
    const doc = body?.doc ?? null
    if (why !== null) await holdNote(tx, note, { why, sectionId: homeOf(stored) })
    else await tellOfNote(tx, actor, { id, ...whereabouts, facts: told, doc, at, namedOnly: false })
  })
  return annotationOn(actor, reading, id)
}

function whyNoteWaits(tx: Db, actor: SignedIn, note: NewAnnotation): Promise<string | null> {
  const { visibility, body } = note
  const groupId = visibility === 'private' ? null : note.groupId
  return whyItWaits(tx, actor, { groupId, text: body?.text ?? '', doc: body?.doc ?? null })
}

async function holdNote(
  tx: Db,
  { id, groupId, readingId, authorId, createdAt: at }: NewAnnotation,
  wait: { readonly why: string; readonly sectionId: string | null },
): Promise<void> {
  if (groupId === null) return
  const subject = { subjectKind: 'annotation', subjectId: id, threadId: id } as const
  await holdPost(tx, { ...{ groupId, readingId, authorId, at }, ...wait, ...subject })
}

function newFacts({ personId }: SignedIn, plan: AnnotationPlan): AnnotationFacts {
  return {
    ...plan,
    authorId: personId,
    assignmentId: null,
    homeSectionId: null,
    circleId: null,
    deletedAt: null,
    deletedById: null,
    decisionId: null,
    thread: { replyCount: 0 },
  }
}

type Making = {
  readonly note: NewAnnotation
  readonly made: Made
  readonly reading: ReadingRow
  readonly input: AnnotationInput
}

// When a new revision became current since the reading was looked at, the note is on the one that was read, and led to the new one.
async function store(tx: Db, { note, made, reading, input }: Making): Promise<Made> {
  const currentId = withText(reading).currentRevision.id
  if (await storeAnnotation(tx, note, { made, currentId })) return made
  const now = withText(await readingNow(reading))
  const target = input.target && { ...input.target, revisionId: made.revisionId }
  const anew = await madeOn(now, { ...input, target })
  if (await storeAnnotation(tx, note, { made: anew, currentId: now.currentRevision.id }))
    return anew
  throw new Conflict(
    'revised',
    'The text was revised this moment. Your note is kept: send it again.',
  )
}

async function readingNow(reading: ReadingRow): Promise<ReadingRow> {
  return (await readingRow(reading.id)) ?? reading
}

function withText(reading: ReadingRow) {
  const { id, currentRevision } = reading
  if (!currentRevision) throw new Conflict('no-text', 'This reading has no text yet.')
  return { id, currentRevision }
}

/** The group in which a note is made; for a group note that names none, the reading's one group that the person writes in. */
function shelfFor(actor: SignedIn, reading: ReadingRow, input: AnnotationInput): Shelf | null {
  const seen = reading.shelves
    .map(({ group }) => group)
    .filter((group) => can(actor, 'group.see', group))
  if (input.groupId !== undefined) {
    const named = seen.find(({ id }) => id === input.groupId)
    if (!named) throw new NotFound()
    return named
  }
  if (input.visibility !== 'group') return null
  const own = seen.filter((group) => can(actor, 'group.seeMembers', group))
  const [only, ...others] = own
  if (!only || others.length > 0) {
    throw new Invalid(
      'group',
      'Say in which group: send groupId. This reading stands in none or several of yours.',
    )
  }
  return only
}
