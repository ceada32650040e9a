import 'server-only'
import { normaliseTags, requirePassage, requireWords } from '@/lib/annotations/annotation'
import type { AnnotationInput } from '@/lib/annotations/contract'
import { annotationOn } from '@/lib/annotations/queries/annotations'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { type Passage, passageOf } from '@/lib/annotations/target'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { Conflict, Invalid, NotFound } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { Prisma } from '@/lib/generated/prisma/client'
import { newId } from '@/lib/ids'
import type { Member } from '@/lib/policy/actor'
import { authorize, can } from '@/lib/policy/rules'
import { type ReadingRow, readingFor } from '@/lib/readings/queries/readings'
import { type RevisionText, revisionText } from '@/lib/readings/queries/revisions'
import { sectionAt } from '@/lib/text/document'
import { bodyFrom } from '@/lib/threads/post-body'

type Shelf = ReadingRow['shelves'][number]['group']

/** Makes an annotation on a passage, a section or the whole reading. */
export async function annotate(actor: Member, input: AnnotationInput): Promise<AnnotationRow> {
  const reading = await readingFor(actor, input.readingId)
  const group = shelfFor(actor, reading, input)
  authorize(actor, 'annotation.create', { reading, group, visibility: input.visibility })
  requirePassage(input.kind, input.target !== undefined)
  const body = input.body === undefined ? null : bodyFrom(input.body)
  requireWords(input.kind, body?.text ?? '')
  const tags = normaliseTags(input.tags ?? [])
  const revision = reading.currentRevision
  if (!revision) throw new Conflict('no-text', 'This reading has no text yet.')
  const place = placeOf(await revisionText(revision.id), input)
  const id = newId()
  const at = now()
  const whereabouts = { readingId: reading.id, groupId: group?.id ?? null }
  await transaction(async (tx) => {
    await tx.thread.createMany({ data: { id, ...whereabouts, lastPostId: id, lastActivityAt: at } })
    await tx.annotation.createMany({
      data: {
        id,
        ...whereabouts,
        authorId: actor.personId,
        kind: input.kind,
        visibility: input.visibility,
        revisionId: revision.id,
        sectionId: place.sectionId,
        ...place.passage,
        body: body === null ? Prisma.DbNull : body.doc,
        bodyText: body?.text ?? '',
        tags,
        createdAt: at,
      },
    })
    await record(tx, {
      kind: 'annotation.created',
      actorId: actor.personId,
      subjectId: id,
      ...whereabouts,
      at,
    })
  })
  return annotationOn(actor, reading, id)
}

type Place = { readonly sectionId: string | null; readonly passage: Passage | null }

function placeOf({ text, sections }: RevisionText, input: AnnotationInput): Place {
  if (input.target !== undefined) {
    const passage = passageOf(text, input.target)
    return { sectionId: sectionAt(sections, passage.start)?.sectionId ?? null, passage }
  }
  if (input.sectionId === undefined) return { sectionId: null, passage: null }
  if (!sections.some(({ sectionId }) => sectionId === input.sectionId)) {
    throw new Invalid('section', 'This reading has no such section.')
  }
  return { sectionId: input.sectionId, passage: null }
}

/** The group in which a note is made; for a group note that names none, the reading's one group that the person writes in. */
function shelfFor(actor: Member, reading: ReadingRow, input: AnnotationInput): Shelf | null {
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
