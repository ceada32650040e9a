import 'server-only'
import { createHash } from 'node:crypto'
import { seal, unseal } from '@/lib/auth/seal'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { Invalid, Malformed } from '@/lib/errors'
import { API_PREFIX } from './prefix'

// A POST with an Idempotency-Key happens once. The key's row is written in the transaction of the write itself: either both
// are there or neither, also after a kill. A second request with the key waits at the row for the first one to commit.

/** `json` is the body, written out. */
export type Answer = { readonly status: number; readonly json: string }

export type KeyedRequest = {
  readonly personId: string
  /** Method and path. */
  readonly operation: string
  readonly key: string
  readonly body: string
}

const KEY = /^[\x21-\x7e]{1,200}$/

/** The key that a request carries, or null. Throws Malformed for one that is not 1 to 200 visible ASCII characters. */
export function idempotencyKeyOf(request: Request): string | null {
  const key = request.headers.get('idempotency-key')
  if (key !== null && !KEY.test(key)) {
    throw new Malformed(
      'idempotency-key',
      'An Idempotency-Key has 1 to 200 visible ASCII characters.',
    )
  }
  return key
}

/** Answers a keyed request: runs it, or gives again what it was answered before. An error leaves the key unused. */
export async function idempotent(
  request: KeyedRequest,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const { personId, operation, key } = request
  const requestHash = createHash('sha256').update(request.body).digest('hex')
  return transaction(async (tx) => {
    const fresh = await tx.$executeRaw`
      INSERT INTO idempotency_keys (person_id, operation, key, request_hash, status, answer, created_at)
      VALUES (${personId}::uuid, ${operation}, ${key}, ${requestHash}, 0, 'null'::jsonb, ${now()})
      ON CONFLICT DO NOTHING`
    const where = { personId_operation_key: { personId, operation, key } }
    if (fresh === 0) {
      const found = await tx.idempotencyKey.findUniqueOrThrow({ where })
      if (found.requestHash !== requestHash) {
        throw new Invalid(
          'key-reused',
          'This Idempotency-Key was used for another body. Use a new one.',
        )
      }
      return { status: found.status, json: readable(operation, found.answer) }
    }
    const answer = await run()
    await tx.$executeRaw`
      UPDATE idempotency_keys SET status = ${answer.status}, answer = ${keepable(operation, answer.json)}::jsonb
      WHERE person_id = ${personId}::uuid AND operation = ${operation} AND key = ${key}`
    return answer
  })
}

// Answers with a secret that is kept nowhere else but as its hash: they may be given again, but not read in the database.
const SECRET: ReadonlySet<string> = new Set([`POST ${API_PREFIX}/me/tokens`])

function keepable(operation: string, json: string): string {
  return SECRET.has(operation) ? JSON.stringify(seal(json)) : json
}

function readable(operation: string, kept: unknown): string {
  return SECRET.has(operation) ? unseal(String(kept)) : JSON.stringify(kept)
}
