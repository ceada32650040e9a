import 'server-only'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { readingFor } from '@/lib/readings/queries/readings'

const draftSelect = {
  readingId: true,
  baseId: true,
  doc: true,
  edits: true,
  version: true,
  updatedAt: true,
  updatedBy: { select: { id: true, name: true } },
} satisfies Prisma.ReadingDraftSelect

export type DraftRow = Prisma.ReadingDraftGetPayload<{ select: typeof draftSelect }>

/** The draft of a reading that the actor may edit, or null. */
export async function draftOf(readingId: string): Promise<DraftRow | null> {
  return db().readingDraft.findUnique({ where: { readingId }, select: draftSelect })
}

/** The same, for somebody who asks for it. Throws NotFound and Forbidden. */
export async function draftFor(actor: Actor, readingId: string): Promise<DraftRow | null> {
  const reading = await readingFor(actor, readingId)
  authorize(actor, 'reading.edit', reading)
  return draftOf(reading.id)
}
