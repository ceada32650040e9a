import 'server-only'
import { ownGroups } from '@/lib/groups/queries'
import {
  type NotificationSettings,
  WATCH_KINDS,
  type WatchKind,
} from '@/lib/notifications/contract'
import { namedWatches, notificationSettingsOf } from '@/lib/notifications/queries/watched'
import { myself } from '@/lib/people/queries'
import type { SignedIn } from '@/lib/policy/actor'

export type LoadedNotificationSettings = {
  readonly settings: NotificationSettings
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly isProven: boolean
  readonly watches: readonly {
    readonly kind: WatchKind
    readonly id: string
    readonly isMuted: boolean
    readonly name: string | null
  }[]
}

/** How a person is told, their groups, and what they watch or muted. */
export async function loadNotificationSettings(
  actor: SignedIn,
): Promise<LoadedNotificationSettings> {
  const [settings, groups, watches, me] = await Promise.all([
    notificationSettingsOf(actor.personId),
    ownGroups(actor),
    namedWatches(actor),
    myself(actor),
  ])
  return {
    settings,
    isProven: me.emailVerifiedAt !== null,
    groups: groups.map(({ id, name }) => ({ id, name })),
    watches: watches.flatMap(({ kind: kept, subjectId: id, level, name }) => {
      const kind = WATCH_KINDS.find((each) => each === kept)
      return kind === undefined ? [] : [{ kind, id, isMuted: level === 'muted', name }]
    }),
  }
}
