import 'server-only'
import { on, requireSignedIn } from '@/lib/api/base'
import { markAllRead, markRead } from './commands'
import { notificationContract } from './contract'
import { presentNotification } from './present'
import { countUnread, listNotifications } from './queries'

const os = on(notificationContract)

export const notificationEndpoints = os.router({
  list: os.list.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    const [page, unread] = await Promise.all([listNotifications(actor, input), countUnread(actor)])
    return { ...page, items: page.items.map(presentNotification), unread }
  }),
  markRead: os.markRead.handler(({ input, context }) =>
    markRead(requireSignedIn(context), input.id),
  ),
  markAllRead: os.markAllRead.handler(({ input, context }) =>
    markAllRead(requireSignedIn(context), input.upTo),
  ),
})
