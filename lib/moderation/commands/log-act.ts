import 'server-only'
import type { Db } from '@/lib/db/client'
import { newId } from '@/lib/ids'

export type Act =
  | 'decided'
  | 'undone'
  | 'appealed'
  | 'granted'
  | 'declined'
  | 'assigned'
  | 'snoozed'

type LoggedAct = {
  readonly act: Act
  readonly actorId: string | null
  readonly item: {
    readonly id: string
    readonly groupId: string
    readonly source: string
    readonly subjectKind: string
    readonly subjectId: string
    readonly authorId: string
  }
  readonly decision?: {
    readonly id: string
    readonly kind: string
    readonly reason: string | null
    readonly rule: string | null
  }
  readonly at: Date
}

/** Writes a line of the log, in the transaction of what it tells of. One INSERT; nothing ever changes it. */
export async function logAct(
  tx: Db,
  { act, actorId, item, decision, at }: LoggedAct,
): Promise<void> {
  await tx.moderationEntry.createMany({
    data: {
      id: newId(),
      groupId: item.groupId,
      at,
      actorId,
      act,
      itemId: item.id,
      decisionId: decision?.id ?? null,
      kind: decision?.kind ?? null,
      reason: decision?.reason ?? null,
      rule: decision?.rule ?? null,
      source: item.source,
      subjectKind: item.subjectKind,
      subjectId: item.subjectId,
      authorId: item.authorId,
    },
  })
}
