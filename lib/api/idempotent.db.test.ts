import { expect, test } from 'vitest'
import { db, transaction } from '@/lib/db/client'
import { Conflict, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { makePerson } from '@/lib/testing/factories/person'
import { type Answer, idempotent } from './idempotent'

// The write that stands for any: one audit row, whose id is the answer.
async function write(): Promise<Answer> {
  const id = newId()
  await transaction((tx) =>
    tx.audit.create({ data: { id, at: new Date(), action: 'test', particulars: {} } }),
  )
  return { status: 201, json: JSON.stringify({ id }) }
}

async function request(overrides: { key?: string; body?: string; personId?: string } = {}) {
  const personId = overrides.personId ?? (await makePerson()).personId
  return { personId, operation: 'POST /x', key: newId(), body: '{"a":1}', ...overrides }
}

const rows = () => db().audit.count()

test('a key that is used ten times at once writes once and answers ten times the same', async () => {
  const keyed = await request()
  const before = await rows()
  const answers = await Promise.all(Array.from({ length: 10 }, () => idempotent(keyed, write)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await rows()).toBe(before + 1)
})

test('a key with another body is refused and writes nothing', async () => {
  const keyed = await request()
  await idempotent(keyed, write)
  const before = await rows()
  await expect(idempotent({ ...keyed, body: '{"a":2}' }, write)).rejects.toThrow(Invalid)
  expect(await rows()).toBe(before)
})

test('an error takes the write with it and leaves the key to be used', async () => {
  const keyed = await request()
  const before = await rows()
  const failing = async () => {
    await write()
    throw new Conflict('test', 'after the write')
  }
  await expect(idempotent(keyed, failing)).rejects.toThrow(Conflict)
  expect(await rows()).toBe(before)
  expect((await idempotent(keyed, write)).status).toBe(201)
})

test("another person's key is another key", async () => {
  const keyed = await request()
  const mine = await idempotent(keyed, write)
  const theirs = await idempotent(await request({ key: keyed.key }), write)
  expect(theirs.json).not.toBe(mine.json)
})
