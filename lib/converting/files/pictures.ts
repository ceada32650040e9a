// The pictures of a text, while it is read: each once, bounded in size and number, and why one is not there is counted.

import { createHash } from 'node:crypto'
import { PICTURE_MAXIMUM, pictureKind } from '@/lib/assets/picture'
import type { Progress, StoredPicture, Tally } from '@/lib/converting/converted'
import { isBeacon, pictureSource } from '@/lib/converting/html-page'
import { type HtmlRoot, walkElements } from '@/lib/converting/html-tree'

const TOTAL_MAXIMUM = 40 * 1024 * 1024
const PICTURES_MAXIMUM = 500

export type PictureBox = {
  /** Keeps a picture; null, and counted, when it is none that is taken. */
  readonly keep: (bytes: Uint8Array) => StoredPicture | null
  readonly all: () => readonly StoredPicture[]
}

export function newPictureBox(tally: Tally): PictureBox {
  const kept = new Map<string, StoredPicture>()
  let total = 0
  return {
    all: () => [...kept.values()],
    keep: (bytes) => {
      const kind = pictureKind(bytes)
      if (!kind) return counted(tally, 'picture-kind')
      if (bytes.byteLength > PICTURE_MAXIMUM) return counted(tally, 'picture-large')
      const id = createHash('sha256').update(bytes).digest('hex')
      const known = kept.get(id)
      if (known) return known
      if (kept.size >= PICTURES_MAXIMUM || total + bytes.byteLength > TOTAL_MAXIMUM) {
        return counted(tally, 'picture-many')
      }
      total += bytes.byteLength
      const picture = { id, ...kind, bytes }
      kept.set(id, picture)
      return picture
    },
  }
}

function counted(tally: Tally, kind: 'picture-kind' | 'picture-large' | 'picture-many'): null {
  tally.drop(kind)
  return null
}

/** Every picture that a page shows, by its source. `read` gives the bytes, or null when they are not to be had. */
export async function picturesOf(
  root: HtmlRoot,
  {
    box,
    tally,
    read,
    progress,
  }: {
    box: PictureBox
    tally: Tally
    read: (source: string) => Promise<Uint8Array | null>
    progress: Progress
  },
): Promise<ReadonlyMap<string, StoredPicture>> {
  const sources = new Set<string>()
  walkElements(root, (element) => {
    const isPicture = element.tagName === 'img' || element.tagName === 'image'
    const source = isPicture && !isBeacon(element) ? pictureSource(element) : null
    if (source !== null) sources.add(source)
  })
  const found = new Map<string, StoredPicture>()
  let done = 0
  for (const source of sources) {
    progress('pictures', done++, sources.size)
    const bytes = inlined(source) ?? (await read(source))
    const picture = bytes === null ? null : box.keep(bytes)
    if (bytes === null) tally.drop('picture-missing')
    if (picture) found.set(source, picture)
  }
  return found
}

const DATA = /^data:[^,]{0,100};base64,/i

function inlined(source: string): Uint8Array | null {
  const head = DATA.exec(source)
  return head ? new Uint8Array(Buffer.from(source.slice(head[0].length), 'base64')) : null
}
