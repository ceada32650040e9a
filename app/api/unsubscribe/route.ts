import { unsubscribing } from '@/lib/auth/mail/unsubscribing'
import { siteUrl } from '@/lib/auth/ways'
import { unsubscribe } from '@/lib/notifications/commands/unsubscribe'

// Where the link in a letter leads. RFC 8058: a POST, from wherever it comes and without cookies, stops the letters at once. To look at
// the link changes nothing, for programs look at links too: it leads to a page that asks.

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? ''

export function GET(request: Request): Response {
  const page = siteUrl(`/unsubscribe?token=${encodeURIComponent(tokenOf(request))}`)
  return Response.redirect(page, 303)
}

export async function POST(request: Request): Promise<Response> {
  const asked = unsubscribing(tokenOf(request))
  if (!asked) return new Response('This link is not one of ours.', { status: 404 })
  await unsubscribe(asked)
  const isForm = new URL(request.url).searchParams.has('page')
  return isForm
    ? Response.redirect(siteUrl(`/unsubscribe?done=${asked.kind}`), 303)
    : new Response('Unsubscribed.', { headers: { 'content-type': 'text/plain' } })
}
