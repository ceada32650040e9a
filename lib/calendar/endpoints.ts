import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import { siteUrl } from '@/lib/auth/ways'
import { closeFeed, openFeed } from './commands'
import { calendarContract } from './contract'
import { calendarOf } from './feed'
import { dueByAddress, feedOf } from './queries'

const os = on(calendarContract)
const forSignedIn = os.use(signedIn)

export const calendarEndpoints = os.router({
  get: forSignedIn.get.handler(async ({ context: { actor } }) => {
    const createdAt = await feedOf(actor)
    return { feed: createdAt && { createdAt: createdAt.toISOString() } }
  }),
  open: forSignedIn.open.handler(async ({ context: { actor } }) => {
    const { secret, createdAt } = await openFeed(actor)
    return { createdAt: createdAt.toISOString(), path: `/api/calendar/${secret}.ics` }
  }),
  close: forSignedIn.close.handler(({ context: { actor } }) => closeFeed(actor)),
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
