import 'server-only'
import { FairTurns } from '@/lib/auth/fair-queue'
import { actorFromRequest } from '@/lib/auth/session'
import { takeWrite } from '@/lib/auth/throttle'
import { Unauthenticated } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { requireWriteScope } from '@/lib/policy/rules'
import { answering } from './handler'
import { type Answer, idempotencyKeyOf, idempotent } from './idempotent'
import { type KeptBody, withKeptBody } from './kept-body'
import { requireOwnOrigin } from './origin'
import { type Place, Places } from './places'

// The door for what is sent as bytes instead of JSON: same order as the other one, with its own bounds.
// A body waits on disk, a person sends a few at once, and who trickles is sent away.

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

const MOST_OF_ONE = 3
const MOST_AT_ONCE = 60
const uploads = new Places()

function placesOf({ personId }: SignedIn): readonly Place[] {
  return [
    {
      key: personId,
      most: MOST_OF_ONE,
      full: `You are sending ${MOST_OF_ONE} files already. Wait until one of them is here.`,
    },
    {
      key: 'server',
      most: MOST_AT_ONCE,
      full: 'Very many files are being sent just now. Try again in a moment.',
    },
  ]
}

async function answer(request: Request, rules: UploadRules): Promise<Answer> {
  const actor = await actorFromRequest(request)
  requireOwnOrigin(request)
  if (actor.kind === 'anonymous') throw new Unauthenticated()
  requireWriteScope(actor)
  await takeWrite(actor.personId)
  const give = uploads.take(placesOf(actor))
  try {
    return await withKeptBody(request, rules.most, (body) => take(request, rules, { actor, body }))
  } finally {
    give()
  }
}

async function take(
  request: Request,
  { run }: UploadRules,
  { actor, body }: { actor: SignedIn; body: KeptBody },
): Promise<Answer> {
  const key = idempotencyKeyOf(request)
  const url = new URL(request.url)
  const mediaType = request.headers.get('content-type') ?? ''
  // One after the other: what has come in whole is held in memory only while it is stored.
  const work = () =>
    storing.run(actor.personId, async () => {
      const upload = { bytes: await body.bytes(), query: url.searchParams, mediaType }
      const { status, body: said } = await run(actor, upload)
      return { status, json: JSON.stringify(said) }
    })
  if (key === null) return work()
  const operation = `POST ${url.pathname}${url.search}`
  return idempotent({ personId: actor.personId, operation, key, body: body.hash }, work)
}

const storing = new FairTurns(2, { most: MOST_AT_ONCE, mostInLane: MOST_OF_ONE })
