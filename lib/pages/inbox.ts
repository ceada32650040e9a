import 'server-only'
import { ownGroups } from '@/lib/groups/queries'
import { NOTICE_VIEWS, type NoticeView, type NotificationShape } from '@/lib/notifications/contract'
import { presentNotification } from '@/lib/notifications/present'
import { listNotifications } from '@/lib/notifications/queries/notifications'
import { notificationSettingsOf } from '@/lib/notifications/queries/watched'
import type { SignedIn } from '@/lib/policy/actor'
import { only } from './found'

type Params = Readonly<Record<string, string | string[] | undefined>>

export type LoadedInbox = {
  readonly address: {
    readonly view: NoticeView | undefined
    readonly groupId: string | undefined
    readonly isUnreadOnly: boolean
  }
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    readonly isMuted: boolean
  }[]
  readonly first: {
    readonly items: readonly NotificationShape[]
    readonly nextCursor: string | null
  }
}

const LIMIT = 50

/** The first page of a part of a person's inbox, as its address says, and the groups that it can be cut down to. */
export async function loadInbox(actor: SignedIn, params: Params): Promise<LoadedInbox> {
  const address = {
    view: NOTICE_VIEWS.find((view) => view === only(params.view)),
    groupId: only(params.group),
    isUnreadOnly: only(params.unread) !== undefined,
  }
  const { view, groupId, isUnreadOnly: unread } = address
  const [page, groups, { levels }] = await Promise.all([
    listNotifications(actor, { limit: LIMIT, view, groupId, unread }),
    ownGroups(actor),
    notificationSettingsOf(actor.personId),
  ])
  return {
    address,
    groups: groups.map(({ id, name }) => ({ id, name, isMuted: levels[id] === 'none' })),
    first: { ...page, items: page.items.map(presentNotification) },
  }
}
