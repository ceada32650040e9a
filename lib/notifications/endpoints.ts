import 'server-only'
import { on, requireMember } from '@/lib/api/base'
import { markAllRead, markRead } from './commands'
import { notificationContract } from './contract'
import { presentNotification } from './present'
import { countUnread, listNotifications } from './queries'

const os = on(notificationContract)

export const notificationEndpoints = os.router({
  list: os.list.handler(async ({ input, context }) => {
    const actor = requireMember(context)
    const [page, unread] = await Promise.all([listNotifications(actor, input), countUnread(actor)])
    return { ...page, items: page.items.map(presentNotification), unread }
  }),
  markRead: os.markRead.handler(({ input, context }) => markRead(requireMember(context), input.id)),
  markAllRead: os.markAllRead.handler(({ input, context }) =>
    markAllRead(requireMember(context), input.upTo),
  ),
})
