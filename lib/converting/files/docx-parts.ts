// The parts of a Word file, found as Word finds them: by their relationships, not by their names.

import { posix } from 'node:path'
import { ZipFile } from 'yazl'
import { decodeXml } from './decode'
import { elementsOf, parseXml } from './xml'
import type { Zip } from './zip'

export type DocxParts = {
  readonly main: string
  /** Paths of parts that the main one names, by the last word of the relationship's type: `footnotes`, `numbering`, `header`… */
  readonly related: ReadonlyMap<string, readonly string[]>
}

/** The parts of a Word file; null for an archive that is none. */
export async function docxParts(zip: Zip): Promise<DocxParts | null> {
  const roots = await relationsOf(zip, '')
  const named = roots.get('officeDocument')?.[0] ?? 'word/document.xml'
  const main = [named, 'word/document.xml'].find((path) => zip.names.includes(path))
  const bytes = main === undefined ? null : await zip.read(main)
  if (main === undefined || !bytes) return null
  const isText = /<(?:\w+:)?document[\s>]/.test(decodeXml(bytes.subarray(0, 4_000)))
  return isText || main.startsWith('word/') ? { main, related: await relationsOf(zip, main) } : null
}

async function relationsOf(zip: Zip, path: string): Promise<Map<string, string[]>> {
  const folder = posix.dirname(path)
  const bytes = await zip.read(posix.join(folder, '_rels', `${posix.basename(path)}.rels`))
  const found = new Map<string, string[]>()
  for (const relation of bytes ? elementsOf(parseXml(bytes), 'Relationship') : []) {
    const kind = (relation.getAttribute('Type') ?? '').split('/').at(-1) ?? ''
    const target = relation.getAttribute('Target') ?? ''
    if (target === '' || relation.getAttribute('TargetMode') === 'External') continue
    const whole = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
    found.set(kind, [...(found.get(kind) ?? []), whole])
  }
  return found
}

/** The same archive with some parts in other words. What is not packed any more is not large: it has been measured. */
export async function withParts(
  zip: Zip,
  parts: ReadonlyMap<string, string>,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = new ZipFile()
  for (const name of zip.names) {
    if (name.endsWith('/')) continue
    const changed = parts.get(name)
    const bytes = changed === undefined ? await zip.read(name) : Buffer.from(changed)
    if (bytes) file.addBuffer(Buffer.from(bytes), name, { compress: false })
  }
  file.end()
  const chunks: Buffer[] = []
  for await (const chunk of file.outputStream) chunks.push(Buffer.from(chunk))
  return new Uint8Array(Buffer.concat(chunks))
}
