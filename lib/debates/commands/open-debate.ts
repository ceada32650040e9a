import 'server-only'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { type DebateRow, debateFor } from '@/lib/debates/queries/debates'
import { Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize, can } from '@/lib/policy/rules'
import { readingFor } from '@/lib/readings/queries/readings'
import { revisionText } from '@/lib/readings/queries/revisions'
import { tellDebate } from './tell-debate'

type Where = { readonly readingId: string; readonly sectionId: string; readonly groupId: string }

/** Opens the debate on a section in a group. One that is open already is given again, to whichever of two came second. */
export async function openDebate(actor: SignedIn, where: Where): Promise<DebateRow> {
  const reading = await readingFor(actor, where.readingId)
  const group = reading.shelves.map((shelf) => shelf.group).find(({ id }) => id === where.groupId)
  if (!group || !can(actor, 'debate.see', { reading, group })) throw new NotFound()
  authorize(actor, 'debate.open', { reading, group })
  const { sections } = await revisionText(reading.currentRevision?.id ?? '')
  if (!sections.some(({ sectionId }) => sectionId === where.sectionId)) {
    throw new Invalid('section', 'This reading has no such section.')
  }
  const place = { readingId: reading.id, sectionId: where.sectionId, groupId: group.id }
  const debateId = await transaction(async (tx) => {
    const at = now()
    const debate = { id: newId(), ...place }
    const { count } = await tx.debate.createMany({
      data: { ...debate, openedById: actor.personId, openedAt: at, lastActivityAt: at },
      skipDuplicates: true,
    })
    if (count === 0) {
      const found = await tx.debate.findUniqueOrThrow({
        where: { readingId_sectionId_groupId: place },
        select: { id: true },
      })
      return found.id
    }
    const news = {
      kind: 'debate.opened' as const,
      actorId: actor.personId,
      subjectId: debate.id,
      at,
    }
    await tellDebate(tx, debate, news)
    return debate.id
  })
  return debateFor(actor, debateId)
}
