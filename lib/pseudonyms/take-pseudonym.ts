import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Db } from '@/lib/db/client'
import { drawPseudonym } from './pseudonym'

// What notes and replies both do in their transactions, which is why it is no command of this noun: those are not called by others.

const DRAWS = 20

/**
 * Veils who writes for an assignment that shows no names, in the transaction of what they write: a row that is written once. Nothing
 * outside assignments, where names are shown, and for those who lead the course. Two statements, more where a pseudonym was drawn before.
 */
export async function takePseudonym(
  tx: Db,
  { assignmentId, personId }: { readonly assignmentId: string | null; readonly personId: string },
): Promise<void> {
  if (assignmentId === null) return
  const [student] = await tx.$queryRaw<{ isNamed: boolean }[]>`
    SELECT h.names = 'pseudonyms' AS "isNamed"
    FROM assignments h JOIN memberships m ON m.group_id = h.group_id AND m.person_id = ${personId}::uuid
    WHERE h.id = ${assignmentId}::uuid AND h.names <> 'names' AND m.role IN ('member', 'guest')
      AND NOT EXISTS (SELECT FROM pseudonyms y
        WHERE y.assignment_id = h.id AND y.person_id = m.person_id)`
  if (!student) return
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const name = student.isNamed ? drawPseudonym(Math.random) : null
    const row = { id: randomUUID(), assignmentId, personId }
    const { count } = await tx.pseudonym.createMany({
      data: { ...row, name: name !== null && draw > DRAWS / 2 ? `${name} ${draw}` : name },
      skipDuplicates: true,
    })
    // Written by this, or at this moment by another post of the same person.
    if (count === 1 || (await hasPseudonym(tx, row))) return
  }
  throw new Error('No pseudonym is free in this assignment.')
}

async function hasPseudonym(
  tx: Db,
  { assignmentId, personId }: { readonly assignmentId: string; readonly personId: string },
): Promise<boolean> {
  return (await tx.pseudonym.count({ where: { assignmentId, personId } })) > 0
}
