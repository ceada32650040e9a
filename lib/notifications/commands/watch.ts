import 'server-only'
import { now } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { debatesById } from '@/lib/debates/queries/debates'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'
import type { WatchKind, WatchLevel } from '@/lib/notifications/contract'
import { sectionReading, sharesGroupWith } from '@/lib/notifications/queries/watched'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize, requireSight } from '@/lib/policy/rules'
import { readingFor } from '@/lib/readings/queries/readings'
import { subjectFor } from '@/lib/threads/queries/subjects'

type Watched = { readonly kind: WatchKind; readonly id: string }

/** Wants to be told of what happens there, or nothing of it. */
export async function watchSubject(
  actor: SignedIn,
  { kind, id }: Watched,
  level: WatchLevel,
): Promise<void> {
  await requireWatchable(actor, { kind, id })
  authorize(actor, 'watch.keep', null)
  const key = { personId: actor.personId, kind, subjectId: id }
  await db().watch.upsert({
    where: { personId_kind_subjectId: key },
    create: { ...key, level, at: now() },
    update: { level, at: now() },
  })
}

/** Neither watches nor mutes it any more. Twice is as once; what one does not see any more can be let go too. */
export async function unwatchSubject(actor: SignedIn, { kind, id }: Watched): Promise<void> {
  authorize(actor, 'watch.keep', null)
  if (!isId(id)) throw new NotFound()
  await db().watch.deleteMany({ where: { personId: actor.personId, kind, subjectId: id } })
}

async function requireWatchable(actor: SignedIn, { kind, id }: Watched): Promise<void> {
  if (!isId(id)) throw new NotFound()
  switch (kind) {
    case 'reading':
      await readingFor(actor, id)
      return
    case 'section':
      await readingFor(actor, await sectionReading(id))
      return
    case 'thread':
      await subjectFor(actor, id)
      return
    case 'debate': {
      const [debate] = await debatesById([id])
      requireSight(actor, 'debate.see', debate?.facts ?? null)
      return
    }
    case 'person':
      if (!(await sharesGroupWith(actor, id))) throw new NotFound()
  }
}
