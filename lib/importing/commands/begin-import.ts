import 'server-only'
import { now } from '@/lib/clock'
import { allowedHosts } from '@/lib/converting/process/run'
import { requirePublicUrl } from '@/lib/converting/web/public-address'
import { transaction } from '@/lib/db/client'
import { Conflict, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { MOST_OPEN } from '@/lib/importing/import'
import { type ImportRow, importFor } from '@/lib/importing/queries'
import { enqueue } from '@/lib/jobs/enqueue'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

const NAME_MAXIMUM = 300

type Brought = {
  readonly name: string
  readonly address: string | null
  readonly mediaType: string
  readonly source: Uint8Array<ArrayBuffer> | null
}

/** Takes a file to be read by a job. Throws Invalid for an empty one, Conflict when the person has too many open. */
export async function importFile(
  actor: SignedIn,
  file: { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<ImportRow> {
  authorize(actor, 'import.create', null)
  if (file.bytes.byteLength === 0) throw new Invalid('empty-file', 'This file is empty.')
  const name = plainName(file.name) || 'A file without a name'
  return begin(actor, {
    name,
    address: null,
    mediaType: file.mediaType.slice(0, 200),
    source: file.bytes,
  })
}

/** Takes an address to be fetched and read by a job. What is wrong with it by its writing alone is said at once. */
export async function importAddress(actor: SignedIn, address: string): Promise<ImportRow> {
  authorize(actor, 'import.create', null)
  const { href } = requirePublicUrl(address, allowedHosts())
  return begin(actor, {
    name: href.slice(0, NAME_MAXIMUM),
    address: href,
    mediaType: '',
    source: null,
  })
}

async function begin(
  actor: SignedIn,
  { name, address, mediaType, source }: Brought,
): Promise<ImportRow> {
  const id = newId()
  await transaction(async (tx) => {
    // Counted under a lock of the person's own: ten requests at once are not ten more.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`imports/${actor.personId}`}, 0))`
    const made = await tx.$executeRaw`
      INSERT INTO imports (id, person_id, name, address, media_type, size, source, created_at)
      SELECT ${id}::uuid, ${actor.personId}::uuid, ${name}, ${address}, ${mediaType},
        ${source?.byteLength ?? 0}, ${source}, ${now()}
      WHERE (SELECT count(*) FROM imports WHERE person_id = ${actor.personId}::uuid
        AND ready_at IS NULL AND failed_at IS NULL AND cancelled_at IS NULL) < ${MOST_OPEN}`
    if (made === 0) {
      throw new Conflict(
        'imports-open',
        `${MOST_OPEN} texts of yours are being read. Wait for one, or stop it.`,
      )
    }
    await enqueue(tx, { name: 'read-import', key: id, payload: { importId: id } })
  })
  return importFor(actor, id)
}

function plainName(name: string): string {
  return name
    .replace(/[\p{Cc}/\\]+/gu, ' ')
    .trim()
    .slice(0, NAME_MAXIMUM)
}
