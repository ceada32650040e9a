import { encode } from 'iconv-lite'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { Conflict, Forbidden, NotFound } from '@/lib/errors'
import { listNotifications } from '@/lib/notifications/queries/notifications'
import type { SignedIn } from '@/lib/policy/actor'
import { addImported } from '@/lib/readings/commands/add-imported'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { importFile } from './commands/begin-import'
import { chooseEncoding } from './commands/choose-encoding'
import { readImport } from './commands/read-import'
import { stateOf } from './import'
import { presentImport } from './present'
import { importDoc, importFor } from './queries'

let room: Classroom

beforeAll(async () => {
  room = await makeClassroom()
})

const details = () => ({
  title: 'Greatness',
  groupId: room.group.id,
  visibility: 'group' as const,
  divide: 'whole' as const,
})

const bring = (bytes: Uint8Array) =>
  importFile(room.ana, { name: 'a.txt', mediaType: '', bytes: new Uint8Array(bytes) })

const old = () => bring(encode('Größe und Übermut: Männer öffnen Türen.', 'windows-1252'))

const state = async (id: string) => stateOf(await importFor(room.ana, id))

const guessOf = async (id: string) =>
  presentImport(await importFor(room.ana, id)).report?.guess?.encoding

describe('a text that does not name its encoding', () => {
  test('is read anew in the one that a person chooses, as often as wanted, and told of once', async () => {
    const { id } = await old()
    await readImport(id)
    expect(await guessOf(id)).toBe('windows-1252')
    await chooseEncoding(room.ana, { id, encoding: 'windows-1251' })
    expect(await state(id)).toBe('waiting')
    await expect(chooseEncoding(room.ana, { id, encoding: 'big5' })).rejects.toThrow(Conflict)
    await expect(addImported(room.ana, id, details())).rejects.toThrow(Conflict)
    await readImport(id)
    expect(await guessOf(id)).toBe('windows-1251')
    expect(JSON.stringify(await importDoc(room.ana, id))).toContain('GrцЯe')
    await chooseEncoding(room.ana, { id, encoding: 'windows-1252' })
    await readImport(id)
    expect(JSON.stringify(await importDoc(room.ana, id))).toContain('Größe')
    expect(
      (await listNotifications(room.ana, { limit: 200 })).items.filter(
        (one) => one.subjectId === id,
      ),
    ).toHaveLength(1)
    await addImported(room.ana, id, details())
    const { source } = await db().import.findUniqueOrThrow({ where: { id } })
    expect(source).toBeNull()
    await expect(chooseEncoding(room.ana, { id, encoding: 'big5' })).rejects.toThrow(Conflict)
  })

  test('is written by no worker that was overtaken by the choice', async () => {
    const { id } = await old()
    await readImport(id)
    await chooseEncoding(room.ana, { id, encoding: 'windows-1251' })
    const late = readImport(id)
    await expect.poll(() => state(id)).toBe('running')
    await db().import.update({ where: { id }, data: { encoding: 'windows-1253' } })
    await late
    expect(await state(id)).toBe('running')
  })

  test('belongs to its owner alone, and what names its encoding is not in question', async () => {
    const { id } = await old()
    const named = await bring(Buffer.from('Größe in UTF-8.'))
    await readImport(id)
    await readImport(named.id)
    const choice = { id, encoding: 'koi8-r' as const }
    await expect(chooseEncoding(room.ben, choice)).rejects.toThrow(NotFound)
    const readOnly: SignedIn = { ...room.ana, scopes: ['read'] }
    await expect(chooseEncoding(readOnly, choice)).rejects.toThrow(Forbidden)
    await expect(chooseEncoding(room.ana, { ...choice, id: named.id })).rejects.toThrow(Conflict)
  })
})
