import 'server-only'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import * as z from 'zod'
import { now } from '@/lib/clock'
import { db, transaction } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { enqueue } from '@/lib/jobs/enqueue'
import { archivePage } from '@/lib/personal-data/archive-page'
import { type ExportRow, exportFor, PARTS, type Row, rowsOfPart } from '@/lib/personal-data/queries'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

/** Asks for an archive of everything of one's own; a job makes it. Whoever waits for one already is given that. */
export async function askForExport(actor: SignedIn): Promise<ExportRow> {
  authorize(actor, 'person.export', actor)
  const { personId } = actor
  const id = await transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM people WHERE id = ${personId}::uuid FOR NO KEY UPDATE`
    const waiting = await tx.export.findFirst({
      where: { personId, readyAt: null },
      select: { id: true },
    })
    if (waiting) return waiting.id
    const made = newId()
    await tx.export.createMany({ data: { id: made, personId, createdAt: now() } })
    await enqueue(tx, { name: 'export-person', key: made, payload: { exportId: made } })
    return made
  })
  return exportFor(actor, id)
}

const payloadShape = z.object({ exportId: z.string() })

/** Makes an archive, part by part. May be cut short and run again: it begins anew, and one that is ready stays as it is. */
export async function makeArchive(payload: unknown): Promise<void> {
  const { exportId: id } = payloadShape.parse(payload)
  const row = await db().export.findUnique({
    where: { id },
    select: { personId: true, readyAt: true },
  })
  if (!row || row.readyAt !== null) return
  const names = Object.keys(PARTS)
  const parts: Record<string, readonly Row[]> = {}
  for (const [done, name] of names.entries()) {
    parts[name] = await rowsOfPart(name, row.personId)
    await db().export.updateMany({ where: { id }, data: { done: done + 1, total: names.length } })
  }
  const archive = await zipped({
    'export.json': JSON.stringify(parts, null, 2),
    'export.html': archivePage(parts),
  })
  await db().export.updateMany({
    where: { id, readyAt: null },
    data: { archive: Uint8Array.from(archive), size: archive.byteLength, readyAt: now() },
  })
}

async function zipped(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  return buffer(zip.outputStream)
}
