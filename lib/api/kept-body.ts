import 'server-only'
import { createHash } from 'node:crypto'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TooLarge } from '@/lib/errors'
import { chunksOf } from './body-stream'

// A large body waits on disk until all of it is there: of ten that never end, none is held in memory.

export type KeptBody = {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string
  /** All of it, in memory from now on. */
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Keeps a body of at most `most` bytes while some work is done with it, and forgets it. Throws TooLarge, reading no further, and
 * Slow when it trickles.
 */
export async function withKeptBody<T>(
  request: Request,
  most: number,
  work: (body: KeptBody) => Promise<T>,
): Promise<T> {
  const file = await namelessFile()
  try {
    const hash = createHash('sha256')
    let length = 0
    for await (const chunk of request.body ? chunksOf(request.body) : []) {
      length += chunk.byteLength
      if (length > most) throw tooLarge(most)
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    return await work({ hash: hash.digest('hex'), bytes: () => bytesIn(file, length) })
  } finally {
    await file.close()
  }
}

// Its name is taken away at once, so that it goes with its handle, also when the process is killed.
async function namelessFile(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'colloquy-upload-'))
  const file = await open(join(folder, 'body'), 'wx+', 0o600)
  await rm(folder, { recursive: true, force: true })
  return file
}

async function bytesIn(file: FileHandle, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length)
  let at = 0
  while (at < length) {
    const { bytesRead } = await file.read(bytes, at, length - at, at)
    if (bytesRead === 0) throw new Error('An upload became shorter on disk.')
    at += bytesRead
  }
  return bytes
}

function tooLarge(most: number): TooLarge {
  const size = `${Math.floor(most / 1024 / 1024)} MB`
  return new TooLarge(
    'too-large',
    `This is more than ${size}, which is the most taken at once. Nothing was saved.`,
  )
}
