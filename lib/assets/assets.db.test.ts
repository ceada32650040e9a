import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { Forbidden, Invalid, NotFound } from '@/lib/errors'
import { purge } from '@/lib/jobs/purge'
import { ANONYMOUS } from '@/lib/policy/actor'
import { addReading } from '@/lib/readings/commands/add-reading'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { makePicture } from '@/lib/testing/factories/picture'
import { picturePixel } from '@/lib/testing/factories/picture-bytes'
import { uploadPicture } from './commands'
import { assetFor } from './queries'

let room: Classroom

beforeAll(async () => {
  room = await makeClassroom()
})

function readingWith(src: string) {
  const content = [
    { type: 'image', attrs: { src, alt: 'A map' } },
    { type: 'paragraph', content: [{ type: 'text', text: 'Words.' }] },
  ]
  return {
    title: 'With a picture',
    groupId: room.group.id,
    visibility: 'group' as const,
    source: { format: 'tiptap' as const, value: { type: 'doc', content } },
  }
}

describe('a picture', () => {
  test('is kept once, whoever brings it, and seen by those who brought it', async () => {
    const bytes = picturePixel()
    const one = await uploadPicture(room.ana, { bytes, readingId: null })
    const other = await uploadPicture(room.ben, { bytes, readingId: null })
    expect(other.id).toBe(one.id)
    expect(await db().asset.count({ where: { id: one.id } })).toBe(1)
    expect((await assetFor(room.ben, one.id)).mediaType).toBe('image/png')
    await expect(assetFor(room.stranger, one.id)).rejects.toThrow(NotFound)
    await expect(assetFor(ANONYMOUS, one.id)).rejects.toThrow(NotFound)
    await expect(assetFor(ANONYMOUS, 'nothing')).rejects.toThrow(NotFound)
  })

  test('in a reading is seen by all who see the reading, and by nobody else', async () => {
    const { id } = await uploadPicture(room.ana, { bytes: picturePixel(), readingId: null })
    await addReading(room.ana, readingWith(id))
    expect((await assetFor(room.ben, id)).id).toBe(id)
    await expect(assetFor(room.stranger, id)).rejects.toThrow(NotFound)
  })

  test('of somebody else cannot be opened by putting its name into a text', async () => {
    const id = await makePicture({ personId: room.stranger.personId })
    await expect(addReading(room.ana, readingWith(id))).rejects.toThrow(Invalid)
    await expect(addReading(room.ana, readingWith('f'.repeat(64)))).rejects.toThrow(Invalid)
    await expect(assetFor(room.ana, id)).rejects.toThrow(NotFound)
  })

  test('is brought to a reading by its owner alone', async () => {
    const readingId = room.reading.id
    const bytes = picturePixel()
    await expect(uploadPicture(room.ben, { bytes, readingId })).rejects.toThrow(Forbidden)
    await expect(uploadPicture(room.stranger, { bytes, readingId })).rejects.toThrow(NotFound)
    const { id } = await uploadPicture(room.moderator, { bytes, readingId })
    expect((await assetFor(room.ben, id)).id).toBe(id)
  })

  test('that is none, or is SVG, is refused', async () => {
    const bytes = new Uint8Array(Buffer.from('<svg onload="alert(1)"/>'))
    await expect(uploadPicture(room.ana, { bytes, readingId: null })).rejects.toThrow(Invalid)
  })

  test('that no reading took up goes after a month, one that is held stays', async () => {
    const loose = await makePicture({ personId: room.ana.personId })
    const held = await makePicture({ personId: room.ana.personId, readingIds: [room.reading.id] })
    await purge(new Date(Date.now() + 31 * 86_400_000))
    const left = await db().asset.findMany({ where: { id: { in: [loose, held] } } })
    expect(left.map(({ id }) => id)).toEqual([held])
  })
})
