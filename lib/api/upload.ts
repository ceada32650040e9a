import 'server-only'
import { createHash } from 'node:crypto'
import { actorFromRequest } from '@/lib/auth/session'
import { takeWrite } from '@/lib/auth/throttle'
import { TooLarge, Unauthenticated } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { requireWriteScope } from '@/lib/policy/rules'
import { answering } from './handler'
import { type Answer, idempotencyKeyOf, once } from './once'
import { requireOwnOrigin } from './origin'

// The door for what is sent as bytes instead of JSON: same order as the other one, with its own bound.

export type Upload = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly query: URLSearchParams
  /** As announced; nothing is believed of it. */
  readonly mediaType: string
}

export type UploadRules = {
  /** In bytes. */
  readonly most: number
  readonly run: (actor: SignedIn, upload: Upload) => Promise<{ status: number; body: unknown }>
}

/** A route handler for a POST of raw bytes. */
export function uploadHandler(rules: UploadRules): (request: Request) => Promise<Response> {
  return (request) =>
    answering(request, async (requestId) => {
      const { status, json } = await answer(request, rules)
      return new Response(json, {
        status,
        headers: {
          'content-type': 'application/json',
          'cache-control': 'private, no-store',
          'x-request-id': requestId,
        },
      })
    })
}

async function answer(request: Request, { most, run }: UploadRules): Promise<Answer> {
  const actor = await actorFromRequest(request)
  requireOwnOrigin(request)
  if (actor.kind === 'anonymous') throw new Unauthenticated()
  requireWriteScope(actor)
  await takeWrite(actor.personId)
  const key = idempotencyKeyOf(request)
  const url = new URL(request.url)
  const bytes = await readBytes(request, most)
  const mediaType = request.headers.get('content-type') ?? ''
  const work = async () => {
    const { status, body } = await run(actor, { bytes, query: url.searchParams, mediaType })
    return { status, json: JSON.stringify(body) }
  }
  if (key === null) return work()
  const operation = `POST ${url.pathname}${url.search}`
  const body = createHash('sha256').update(bytes).digest('hex')
  return once({ personId: actor.personId, operation, key, body }, work)
}

/** The body as bytes. Throws TooLarge above `most` and reads no further. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    if (length > most) {
      await reader.cancel()
      throw new TooLarge(
        'too-large',
        `This is more than ${Math.floor(most / 1024 / 1024)} MB, which is the most taken at once. Nothing was saved.`,
      )
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
