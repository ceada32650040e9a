import { expect, test } from '@/e2e/fixtures'
import { newVisitor } from '@/e2e/world/visitor'

// A class behind one address. COLLOQUY_CLASS=300 asks for a large one.
const SIZE = Number(process.env.COLLOQUY_CLASS ?? 30)
const PASSWORD = 'a lantern in the yard'

test('a class behind one address signs up by invitation and signs in, while one of them fails for ever', async ({
  world,
  baseURL: address,
}) => {
  const baseURL = address ?? ''
  const ingrid = await world.person('Ingrid Sørbø')
  const members = [{ personId: ingrid.id, role: 'owner' as const }]
  const group = await world.group({ name: 'The ledger course', kind: 'course', members })
  const made = await fetch(new URL(`/api/v1/groups/${group.id}/invitations`, baseURL), {
    method: 'POST',
    headers: { authorization: ingrid.authorization },
    body: JSON.stringify({ role: 'member', expiresInDays: 1 }),
  })
  const { code } = await made.json()
  const victim = await world.person('Chidi Okonkwo', PASSWORD)

  let isOver = false
  const failing = Array.from({ length: 3 }, async () => {
    const one = newVisitor(baseURL)
    while (!isOver)
      await one.sendForm('/sign-in', { email: victim.email, password: 'a guess at it' })
  })

  const students = Array.from({ length: SIZE }, (_, n) => `${group.id}-${n}@class.example`)
  const signedUp = await Promise.all(
    students.map((email, n) =>
      newVisitor(baseURL).sendForm(`/sign-up?invitation=${code}`, {
        email,
        name: `Student ${n}`,
        password: PASSWORD,
      }),
    ),
  )
  const signedIn = await Promise.all(
    students.map((email) =>
      newVisitor(baseURL).sendForm('/sign-in?next=/groups', { email, password: PASSWORD }),
    ),
  )

  expect(signedUp.map(({ location }) => new URL(location, baseURL).pathname)).toEqual(
    students.map(() => `/groups/${group.slug}`),
  )
  expect(signedIn.map(({ location }) => new URL(location, baseURL).pathname)).toEqual(
    students.map(() => '/groups'),
  )
  // Whom they fail at comes in as well, in a browser that is new to the account and in the same network.
  const own = await newVisitor(baseURL).sendForm('/sign-in', {
    email: victim.email,
    password: PASSWORD,
  })
  expect(own.status).toBe(303)
  isOver = true
  await Promise.all(failing)
})
