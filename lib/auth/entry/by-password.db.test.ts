import { beforeAll, expect, test } from 'vitest'
import { hashPassword } from '@/lib/auth/password'
import { db } from '@/lib/db/client'
import { PublicError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { makePerson } from '@/lib/testing/factories/person'
import { personByPassword } from './by-password'

const PASSWORD = 'twelve wagons left the yard'
let passwordHash = ''

beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD)
})

function enter(email: string, password: string): Promise<string> {
  return personByPassword({ email, password, address: newId() })
}

async function somebody() {
  const email = `${newId()}@example.org`
  return { email, ...(await makePerson({ email, passwordHash })) }
}

/** What somebody is told who is not let in. */
async function refusal(email: string, password: string): Promise<unknown> {
  const error = await enter(email, password).catch((thrown: unknown) => thrown)
  if (!(error instanceof PublicError)) return error
  const { status, code, message, details } = error
  return { status, code, message, details }
}

test('lets in by address and password, however the address is written', async () => {
  const { email, personId } = await somebody()
  await expect(enter(`  ${email.toUpperCase()} `, PASSWORD)).resolves.toBe(personId)
})

test('takes a password in whatever Unicode form it is typed', async () => {
  const email = `${newId()}@example.org`
  const { personId } = await makePerson({ email, passwordHash: await hashPassword('Łódź café!!') })
  await expect(enter(email, 'Łódź café!!'.normalize('NFD'))).resolves.toBe(personId)
})

test('refuses a wrong password, an unknown address, a person without one and a disabled one in the same words', async () => {
  const known = await somebody()
  const without = `${newId()}@example.org`
  await makePerson({ email: without })
  const disabled = await somebody()
  await db().person.updateMany({
    where: { id: disabled.personId },
    data: { disabledAt: new Date() },
  })
  const wrong = await refusal(known.email, 'not the password')
  expect(wrong).toMatchObject({ status: 401 })
  expect(await refusal(`${newId()}@example.org`, PASSWORD)).toEqual(wrong)
  expect(await refusal(without, PASSWORD)).toEqual(wrong)
  expect(await refusal(disabled.email, PASSWORD)).toEqual(wrong)
})

test('an unknown address is refused after as much work as a wrong password', async () => {
  const { email } = await somebody()
  const wrong = await quickest(() => refusal(email, 'not the password'))
  const unknown = await quickest(() => refusal(`${newId()}@example.org`, 'not the password'))
  // Without the work an unknown address would take a tenth of it.
  expect(unknown).toBeGreaterThan(wrong * 0.4)
})

/** The least of some durations in milliseconds: what the work costs when nothing else is in its way. */
async function quickest(work: () => Promise<unknown>): Promise<number> {
  await work()
  const durations: number[] = []
  for (let n = 0; n < 4; n += 1) {
    const start = performance.now()
    await work()
    durations.push(performance.now() - start)
  }
  return Math.min(...durations)
}
