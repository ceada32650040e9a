import 'server-only'
import { on, requireSignedIn } from '@/lib/api/base'
import { siteUrl } from '@/lib/auth/ways'
import { closeFeed, openFeed } from './commands'
import { calendarContract } from './contract'
import { calendarOf } from './feed'
import { dueByAddress, feedOf } from './queries'

const os = on(calendarContract)

export const calendarEndpoints = os.router({
  get: os.get.handler(async ({ context }) => {
    const createdAt = await feedOf(requireSignedIn(context))
    return { feed: createdAt && { createdAt: createdAt.toISOString() } }
  }),
  open: os.open.handler(async ({ context }) => {
    const { secret, createdAt } = await openFeed(requireSignedIn(context))
    return { createdAt: createdAt.toISOString(), path: `/api/calendar/${secret}.ics` }
  }),
  close: os.close.handler(({ context }) => closeFeed(requireSignedIn(context))),
})

/** The calendar behind a secret address. Nobody needs to be signed in: whoever has the address reads it. Throws NotFound. */
export async function calendarResponse(name: string): Promise<Response> {
  const due = await dueByAddress(name.replace(/\.ics$/, ''))
  return new Response(calendarOf(due, siteUrl), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    },
  })
}
