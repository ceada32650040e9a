import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { now } from '@/lib/clock'
import type { Phase, StoredPicture } from '@/lib/converting/converted'
import { counted } from '@/lib/converting/counted'
import type { Read, Source } from '@/lib/converting/files/convert'
import { type Reading, startReading } from '@/lib/converting/process/run'
import { type Db, db, transaction } from '@/lib/db/client'
import { PublicError } from '@/lib/errors'
import { notify } from '@/lib/events/notify'
import { MOST_ATTEMPTS } from '@/lib/importing/import'

// The job that reads a text. Until its last transaction nothing of it is to be seen anywhere; a worker that was overtaken (it was taken
// for dead, or the person stopped it or chose another encoding) finds its number gone and writes nothing.

const BEAT_MS = 1_000

type Claim = {
  readonly id: string
  readonly attempts: number
  readonly personId: string
  readonly name: string
  readonly address: string | null
  readonly mediaType: string
  readonly source: Uint8Array<ArrayBuffer> | null
  readonly encoding: string | null
}

type Progressed = {
  readonly phase: Phase | null
  readonly done: number
  readonly total: number | null
}

/** Reads a text that was brought in. May run more than once, also at once: one of them finishes. Throws what is our own fault. */
export async function readImport(importId: string): Promise<void> {
  const claim = await claimed(importId)
  if (!claim) return giveUp(importId)
  let progressed: Progressed = { phase: null, done: 0, total: null }
  const reading = startReading(sourceOf(claim), (phase, done, total) => {
    progressed = { phase, done, total }
  })
  stopping.add(reading.stop)
  try {
    const read = await watched(reading, () => beat(claim, progressed))
    if (read) await finish(claim, read)
  } catch (error) {
    if (isEnding) await giveBack(claim)
    if (!(error instanceof PublicError)) throw error
    await fail(claim, error)
  } finally {
    stopping.delete(reading.stop)
  }
}

const stopping = new Set<() => void>()
let isEnding = false

/** Ends what this server is reading, when it stops; whoever is there next begins anew. */
export function stopReadings(): void {
  isEnding = true
  for (const stop of stopping) stop()
}

// Cut short by us, through no fault of the text: that does not count among the times it was tried.
async function giveBack({ id, attempts, encoding }: Claim): Promise<void> {
  await db().$executeRaw`
    UPDATE imports SET attempts = attempts - 1
    WHERE id = ${id}::uuid AND attempts = ${attempts} AND encoding IS NOT DISTINCT FROM ${encoding}`
}

async function claimed(importId: string): Promise<Claim | null> {
  const [claim] = await db().$queryRaw<Claim[]>`
    UPDATE imports SET attempts = attempts + 1, started_at = COALESCE(started_at, ${now()}),
      progressed_at = ${now()}, phase = NULL, done = 0, total = NULL
    WHERE id = ${importId}::uuid AND ready_at IS NULL AND failed_at IS NULL AND cancelled_at IS NULL
      AND attempts < ${MOST_ATTEMPTS}
    RETURNING id, attempts, person_id AS "personId", name, address, media_type AS "mediaType", source,
      encoding`
  return claim ?? null
}

function sourceOf({ name, address, mediaType, source, encoding: chosen }: Claim): Source {
  const encoding = chosen ?? undefined
  return address === null
    ? { kind: 'file', name, mediaType, bytes: source ?? new Uint8Array(), encoding }
    : { kind: 'address', address, encoding }
}

/** The text, or null when nobody wants it any more. */
async function watched(reading: Reading, isWanted: () => Promise<boolean>): Promise<Read | null> {
  const settled = reading.result.then(
    () => true,
    () => true,
  )
  for (;;) {
    const isOver = await Promise.race([settled, sleep(BEAT_MS, false)])
    if (isOver) return reading.result
    if (await isWanted()) continue
    reading.stop()
    return null
  }
}

async function beat(claim: Claim, { phase, done, total }: Progressed): Promise<boolean> {
  const changed = await db().$executeRaw`
    UPDATE imports SET progressed_at = ${now()}, phase = ${phase}, done = ${done}, total = ${total}
    WHERE id = ${claim.id}::uuid AND attempts = ${claim.attempts}
      AND encoding IS NOT DISTINCT FROM ${claim.encoding} AND ready_at IS NULL AND failed_at IS NULL AND cancelled_at IS NULL`
  return changed > 0
}

async function finish(claim: Claim, read: Read): Promise<void> {
  const at = now()
  const { doc, parts, metadata, dropped, pictures, form, guess } = read
  const report = { counts: counted(doc, metadata.language), dropped, ...(guess && { guess }) }
  await transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE imports SET ready_at = ${at}, source = CASE WHEN ${guess !== undefined} THEN source END, form = ${form}, phase = NULL,
        doc = ${JSON.stringify(doc)}::jsonb, parts = ${JSON.stringify(parts)}::jsonb,
        metadata = ${JSON.stringify(metadata)}::jsonb, report = ${JSON.stringify(report)}::jsonb
      WHERE id = ${claim.id}::uuid AND attempts = ${claim.attempts}
        AND encoding IS NOT DISTINCT FROM ${claim.encoding} AND ready_at IS NULL AND failed_at IS NULL AND cancelled_at IS NULL`
    if (changed === 0) return
    for (const picture of pictures) await keep(tx, picture, { personId: claim.personId, at })
    // Who chose an encoding is looking at it.
    if (claim.encoding !== null) return
    const title = metadata.title || claim.name
    await notify(tx, {
      personId: claim.personId,
      kind: 'import.ready',
      subjectId: claim.id,
      particulars: { title },
      at,
    })
  })
}

async function keep(
  tx: Db,
  { id, mediaType, bytes, width, height }: StoredPicture,
  { personId, at }: { personId: string; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO assets (id, media_type, bytes, size, width, height, created_at)
    VALUES (${id}, ${mediaType}, ${bytes}, ${bytes.byteLength}, ${width}, ${height}, ${at})
    ON CONFLICT (id) DO UPDATE SET size = EXCLUDED.size`
  await tx.$executeRaw`
    INSERT INTO asset_uploads (asset_id, person_id, created_at) VALUES (${id}, ${personId}::uuid, ${at})
    ON CONFLICT (asset_id, person_id) DO UPDATE SET created_at = EXCLUDED.created_at`
}

type Failure = { readonly code: string; readonly message: string }

async function fail(claim: Claim, { code, message }: Failure): Promise<void> {
  const at = now()
  await transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE imports SET failed_at = ${at}, failure_code = ${code}, failure_message = ${message},
        source = NULL, phase = NULL
      WHERE id = ${claim.id}::uuid AND attempts = ${claim.attempts}
        AND encoding IS NOT DISTINCT FROM ${claim.encoding} AND ready_at IS NULL AND failed_at IS NULL AND cancelled_at IS NULL`
    if (changed === 0) return
    await notify(tx, {
      personId: claim.personId,
      kind: 'import.failed',
      subjectId: claim.id,
      particulars: { title: claim.name, message },
      at,
    })
  })
}

// Tried too often, or done with already.
async function giveUp(importId: string): Promise<void> {
  const [claim] = await db().$queryRaw<Claim[]>`
    SELECT id, attempts, person_id AS "personId", name, address, media_type AS "mediaType", NULL AS source,
      encoding
    FROM imports WHERE id = ${importId}::uuid AND attempts >= ${MOST_ATTEMPTS}`
  if (!claim) return
  await fail(claim, {
    code: 'import-crashed',
    message:
      'Reading this text failed three times, by our fault. Nothing was saved. Bring it in another form.',
  })
}
