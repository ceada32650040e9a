import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import { markAllRead, markRead } from '@/lib/notifications/commands/mark-read'
import { setNotifications } from '@/lib/notifications/commands/set-notifications'
import { unwatchSubject, watchSubject } from '@/lib/notifications/commands/watch'
import { notificationContract } from '@/lib/notifications/contract'
import { presentNotification } from '@/lib/notifications/present'
import { countUnread, listNotifications } from '@/lib/notifications/queries/notifications'
import { notificationSettingsOf, watchesOf } from '@/lib/notifications/queries/watched'

const os = on(notificationContract)
const forSignedIn = os.use(signedIn)

export const notificationEndpoints = os.router({
  list: forSignedIn.list.handler(async ({ input, context: { actor } }) => {
    const [page, unread] = await Promise.all([listNotifications(actor, input), countUnread(actor)])
    return { ...page, items: page.items.map(presentNotification), ...unread }
  }),
  markRead: forSignedIn.markRead.handler(({ input, context: { actor } }) =>
    markRead(actor, input.id),
  ),
  markAllRead: forSignedIn.markAllRead.handler(({ input, context: { actor } }) =>
    markAllRead(actor, input.upTo),
  ),
  settings: forSignedIn.settings.handler(async ({ context: { actor } }) => {
    const { personId } = actor
    const [settings, watches] = await Promise.all([
      notificationSettingsOf(personId),
      watchesOf(personId),
    ])
    return {
      ...settings,
      watches: watches.map(({ subjectId: id, kind, level }) => ({ kind, id, level })),
    }
  }),
  set: forSignedIn.set.handler(({ input, context: { actor } }) => setNotifications(actor, input)),
  watch: forSignedIn.watch.handler(({ input: { level, ...watched }, context: { actor } }) =>
    watchSubject(actor, watched, level),
  ),
  unwatch: forSignedIn.unwatch.handler(({ input, context: { actor } }) =>
    unwatchSubject(actor, input),
  ),
})
