import 'server-only'
import { db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { type NotificationSettings, settingsFrom } from '@/lib/notifications/contract'
import type { SignedIn } from '@/lib/policy/actor'

/** The reading that a section belongs to. Throws NotFound. */
export async function sectionReading(sectionId: string): Promise<string> {
  const row = await db().section.findUnique({
    where: { id: sectionId },
    select: { readingId: true },
  })
  if (!row) throw new NotFound()
  return row.readingId
}

/** Whether somebody belongs to a group of the actor. */
export async function sharesGroupWith(actor: SignedIn, personId: string): Promise<boolean> {
  const found = await db().membership.findFirst({
    where: { personId, groupId: { in: [...actor.memberships.keys()] } },
    select: { personId: true },
  })
  return found !== null
}

/** How somebody wants to be told. */
export async function notificationSettingsOf(personId: string): Promise<NotificationSettings> {
  return settingsFrom(await db().notificationSettings.findUnique({ where: { personId } }))
}

export type WatchRow = { readonly kind: string; readonly subjectId: string; readonly level: string }

/** What somebody watches or muted, the last five hundred. */
export async function watchesOf(personId: string): Promise<readonly WatchRow[]> {
  return db().watch.findMany({
    where: { personId },
    orderBy: { at: 'desc' },
    take: 500,
    select: { kind: true, subjectId: true, level: true },
  })
}
