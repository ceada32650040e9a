// Archives from strangers. Nothing is unpacked that was not measured, and what an entry says of its size is checked while it is read.

import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Invalid, TooLarge } from '@/lib/errors'

const ENTRIES_MAXIMUM = 10_000
const ENTRY_MAXIMUM = 60 * 1024 * 1024
const TOTAL_MAXIMUM = 250 * 1024 * 1024
// Text packs to a tenth, a bomb to a thousandth.
const RATIO_MAXIMUM = 200
const SMALL = 1024 * 1024

export type Zip = {
  readonly names: readonly string[]
  /** The bytes of an entry, or null when it is not there. */
  readonly read: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>
}

/** Opens an archive. Throws TooLarge for one that unpacks to more than any text, Invalid for one that is broken, encrypted or unsafe. */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  try {
    const file = await fromBufferPromise(withRightEnd(bytes), { lazyEntries: true })
    const entries = new Map<string, Entry>()
    let total = 0
    for await (const entry of file.eachEntry()) {
      total += checked(entry)
      if (total > TOTAL_MAXIMUM || entries.size > ENTRIES_MAXIMUM) throw bomb()
      entries.set(entry.fileName, entry)
    }
    return {
      names: [...entries.keys()],
      read: async (name) => {
        const entry = entries.get(name)
        return entry ? unpacked(file, entry) : null
      },
    }
  } catch (error) {
    throw toldFrom(error)
  }
}

const END = 'PK\x05\x06'
const END_LENGTH = 22

// Word and all browsers read an archive though something was added behind its end: what is said of the length of the comment there is
// made to fit. The archive itself stays as it is.
function withRightEnd(bytes: Uint8Array): Buffer {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = whole.lastIndexOf(END, undefined, 'latin1')
  if (at === -1 || at + END_LENGTH > whole.length) return whole
  const rest = whole.length - at - END_LENGTH
  if (rest === whole.readUInt16LE(at + END_LENGTH - 2)) return whole
  const mended = Buffer.from(whole.subarray(0, at + END_LENGTH))
  mended.writeUInt16LE(0, END_LENGTH + at - 2)
  return mended
}

/** Reads every entry once, so that no size in the archive's directory is a lie: for whoever unpacks it by other means. */
export async function proveZip(zip: Zip): Promise<void> {
  for (const name of zip.names) if (!name.endsWith('/')) await zip.read(name)
}

function checked(entry: Entry): number {
  if (entry.isEncrypted()) {
    throw new Invalid(
      'encrypted',
      'This file is locked with a password. Save it without one and try again.',
    )
  }
  const { compressedSize, uncompressedSize } = entry
  const isPacked = uncompressedSize > SMALL && uncompressedSize > compressedSize * RATIO_MAXIMUM
  if (uncompressedSize > ENTRY_MAXIMUM || isPacked) throw bomb()
  return uncompressedSize
}

async function unpacked(file: ZipFile, entry: Entry): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of await file.openReadStreamPromise(entry))
      chunks.push(Buffer.from(chunk))
    return new Uint8Array(Buffer.concat(chunks))
  } catch (error) {
    throw toldFrom(error)
  }
}

function bomb(): TooLarge {
  return new TooLarge(
    'zip-too-large',
    'This file unpacks to far more than a text needs. Nothing was saved.',
  )
}

function toldFrom(error: unknown): unknown {
  if (error instanceof Invalid || error instanceof TooLarge) return error
  const message = error instanceof Error ? error.message : ''
  if (/relative path|absolute path|invalid characters in fileName/i.test(message)) {
    return new Invalid('zip-unsafe', 'This file names places outside of itself. Nothing was read.')
  }
  return new Invalid(
    'broken',
    'This file is broken: it breaks off or its parts do not fit together.',
  )
}
