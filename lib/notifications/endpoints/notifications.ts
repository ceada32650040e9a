import 'server-only'
import { on, requireSignedIn } from '@/lib/api/base'
import { markAllRead, markRead } from '@/lib/notifications/commands/mark-read'
import { setNotifications } from '@/lib/notifications/commands/set-notifications'
import { unwatch, watch } from '@/lib/notifications/commands/watch'
import { notificationContract } from '@/lib/notifications/contract'
import { presentNotification } from '@/lib/notifications/present'
import { countUnread, listNotifications } from '@/lib/notifications/queries/notifications'
import { notificationSettingsOf, watchesOf } from '@/lib/notifications/queries/watched'

const os = on(notificationContract)

export const notificationEndpoints = os.router({
  list: os.list.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    const [page, unread] = await Promise.all([listNotifications(actor, input), countUnread(actor)])
    return { ...page, items: page.items.map(presentNotification), ...unread }
  }),
  markRead: os.markRead.handler(({ input, context }) =>
    markRead(requireSignedIn(context), input.id),
  ),
  markAllRead: os.markAllRead.handler(({ input, context }) =>
    markAllRead(requireSignedIn(context), input.upTo),
  ),
  settings: os.settings.handler(async ({ context }) => {
    const { personId } = requireSignedIn(context)
    const [settings, watches] = await Promise.all([
      notificationSettingsOf(personId),
      watchesOf(personId),
    ])
    return {
      ...settings,
      watches: watches.map(({ subjectId: id, kind, level }) => ({ kind, id, level })),
    }
  }),
  set: os.set.handler(({ input, context }) => setNotifications(requireSignedIn(context), input)),
  watch: os.watch.handler(({ input: { level, ...watched }, context }) =>
    watch(requireSignedIn(context), watched, level),
  ),
  unwatch: os.unwatch.handler(({ input, context }) => unwatch(requireSignedIn(context), input)),
})
