import { demoPeopleLeft } from '@/lib/auth/entry/as-demo'
import { setupLink } from '@/lib/auth/entry/set-up'
import { now } from '@/lib/clock'
import { db, disconnect } from '@/lib/db/client'
import { loadDemo } from '@/prisma/seed/load'
import { DEMO_PASSWORD } from '@/prisma/seed/people'

// Run by `npm start` before it serves: makes the demo world if this is the first start of a house that wants one, and prints
// how to sign in.

const isDemoOn = process.env.COLLOQUY_DEMO === 'on'

if (isDemoOn && (await db().person.count()) === 0) await loadDemo(now())
if (isDemoOn) await printDemoPeople()
else {
  await printDemoPeopleLeft()
  await printSetupLink()
}
await disconnect()

async function printDemoPeople(): Promise<void> {
  const people = await db().person.findMany({
    where: { demoRole: { not: null } },
    select: { name: true, email: true, demoRole: true },
    orderBy: { id: 'asc' },
  })
  if (people.length === 0) return
  console.log(`Demo people (password of each: ${DEMO_PASSWORD})`)
  for (const { name, email, demoRole } of people) console.log(`  ${email}  ${name}, ${demoRole}`)
}

async function printDemoPeopleLeft(): Promise<void> {
  const left = await demoPeopleLeft()
  if (left === 0) return
  console.log(
    `Warning: ${left} people of the demo world are still here. They cannot sign in while the demo is off. To remove them and all that is theirs:\n  npm run admin -- demo:remove`,
  )
}

async function printSetupLink(): Promise<void> {
  const link = await setupLink()
  if (link === null) return
  console.log(
    `There is no administrator yet. Make the account of the first one here, once:\n  ${link}`,
  )
}
