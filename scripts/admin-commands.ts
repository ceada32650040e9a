import { resolve } from 'node:path'
import { Argument, Command } from 'commander'
import { now } from '@/lib/clock'
import { disconnect } from '@/lib/db/client'
import type { Page } from '@/lib/db/page'
import { noteBackup } from '@/lib/doctor/commands/note-backup'
import { examine } from '@/lib/doctor/queries/examine'
import { PublicError } from '@/lib/errors'
import { createGroupFor } from '@/lib/groups/commands/create-group'
import { addMember } from '@/lib/groups/commands/memberships'
import { listAllGroups } from '@/lib/groups/queries'
import { GROUP_KINDS, GROUP_ROLES } from '@/lib/groups/role'
import { recountTallies } from '@/lib/library/commands/recount-tallies'
import { createPerson } from '@/lib/people/commands/create-person'
import { makeAdmin, setPassword } from '@/lib/people/commands/rights'
import { createToken } from '@/lib/people/commands/tokens'
import { listPeople, personByEmail } from '@/lib/people/queries'
import { OPERATOR } from '@/lib/policy/actor'
import { loadDemo, removeDemo } from '@/prisma/seed/load'
import { backUp } from './backup/backup.mjs'
import { restore } from './backup/restore.mjs'
import { PlainError } from './plain-error.mjs'
import { readSecret } from './read-secret'

// What the operator can do, each verb a command that the application itself has. What is asked for is printed to stdout and
// nothing else; what went wrong goes to stderr.

process.env.COLLOQUY_DB_PATIENCE_MS ??= '0'

const PAGE = 200
// What a member of a course is called.
const STUDENT = 'student'
const print = (answer: string): void => console.log(answer)

const admin = new Command('npm run admin --')
  .description(
    "The operator's command line of Colloquy. Works while the server runs, and while it does not.",
  )
  .helpCommand(true)

admin
  .command('person:create <email> <name>')
  .description('make a person without a password; prints the id')
  .action(async (email: string, name: string) =>
    print(await createPerson(OPERATOR, { email, name })),
  )

admin
  .command('person:make-admin <email>')
  .description('make a person an administrator')
  .action(async (email: string) => makeAdmin(OPERATOR, await personByEmail(email)))

admin
  .command('person:set-password <email>')
  .description('set a password, asked for or read from stdin; ends all sessions of the person')
  .action(async (email: string) => {
    const personId = await personByEmail(email)
    await setPassword(OPERATOR, personId, { password: await readSecret('New password: ') })
  })

admin
  .command('token:create <email>')
  .description('make an API token with all scopes; prints the token, which is not shown again')
  .action(async (email: string) => {
    const wish = { name: 'Made at the command line', scopes: ['read', 'write'] } as const
    print((await createToken(OPERATOR, await personByEmail(email), wish)).secret)
  })

admin
  .command('group:create')
  .description('make a group; prints the id')
  .argument('<name>')
  .addArgument(new Argument('<kind>').choices(GROUP_KINDS))
  .argument('<owner email>')
  .action(async (name: string, kind: (typeof GROUP_KINDS)[number], email: string) => {
    const group = await createGroupFor(OPERATOR, { name, kind }, await personByEmail(email))
    print(group.id)
  })

admin
  .command('member:add')
  .description('put a person into a group, or give him another role there')
  .argument('<group id>')
  .argument('<email>')
  .addArgument(new Argument('<role>').choices([...GROUP_ROLES, STUDENT]))
  .action(
    async (groupId: string, email: string, named: (typeof GROUP_ROLES)[number] | 'student') => {
      const role = named === STUDENT ? 'member' : named
      await addMember(OPERATOR, { groupId, personId: await personByEmail(email), role })
    },
  )

admin
  .command('people')
  .description('list everybody: id, address, name, standing')
  .action(async () => {
    for await (const { id, email, name, adminSince, disabledAt } of all((query) =>
      listPeople(OPERATOR, query),
    ))
      print(
        [id, email, name, adminSince && 'administrator', disabledAt && 'disabled']
          .filter(Boolean)
          .join('\t'),
      )
  })

admin
  .command('groups')
  .description('list all groups: id, kind, name, number of members')
  .action(async () => {
    for await (const { id, kind, name, people } of all((query) => listAllGroups(OPERATOR, query)))
      print([id, kind, name, people].join('\t'))
  })

admin
  .command('tallies:recount')
  .description(
    'count anew how much stands where, if that went wrong; prints in how many places it had',
  )
  .action(async () => print(`${await recountTallies()}`))

admin
  .command('backup <file>')
  .description(
    'write all that this instance holds into one file, while people go on; prints how much',
  )
  .action(async (file: string) => {
    const { tables } = await backUp(databaseUrl(), fromWhereCalled(file))
    await noteBackup(OPERATOR, { file, tables: tables.length })
    print(archived(tables))
  })

admin
  .command('restore <file>')
  .description('read a backup into an empty instance; refuses where people are already')
  .action(async (file: string) => {
    const { at, tables } = await restore(databaseUrl(), fromWhereCalled(file))
    print(`${archived(tables)}, as of ${at}`)
  })

admin
  .command('doctor')
  .description(
    'look whether all is well: settings, disk, versions, backup, transactions, clock, mail',
  )
  .action(async () => {
    const findings = await examine(OPERATOR, now())
    for (const { isWell, what } of findings) print(`${isWell ? 'ok  ' : 'LOOK'}  ${what}`)
    if (findings.some(({ isWell }) => !isWell)) process.exitCode = 1
  })

admin
  .command('demo:load')
  .description('load the demo world, unless it is there')
  .action(async () => print(await loadDemo(now())))

admin
  .command('demo:reset')
  .description('remove the demo world with all that was added to it, and load it anew')
  .action(async () => {
    await removeDemo()
    print(await loadDemo(now()))
  })

admin
  .command('demo:remove')
  .description('remove the demo world with all that was added to it')
  .action(async () => print(`${await removeDemo()} demo people removed`))

// A reader that has seen enough (`| head`) closes the pipe: no failure.
process.stdout.on('error', () => process.exit(0))

try {
  await admin.parseAsync()
} catch (error) {
  if (!(error instanceof PublicError || error instanceof PlainError)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  await disconnect()
}

function databaseUrl(): string {
  return process.env.DATABASE_URL ?? ''
}

// npm runs this in the project's folder; a file is named from where the operator stands.
function fromWhereCalled(file: string): string {
  return resolve(process.env.INIT_CWD ?? '.', file)
}

function archived(tables: readonly { rows: number; bytes: number }[]): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const megabytes = tables.reduce((sum, table) => sum + table.bytes, 0) / 1_000_000
  return `${rows} rows of ${tables.length} tables, ${megabytes.toFixed(1)} MB`
}

type PageQuery = { cursor?: string; limit: number }

async function* all<Row>(pageAt: (query: PageQuery) => Promise<Page<Row>>): AsyncGenerator<Row> {
  let page = await pageAt({ limit: PAGE })
  yield* page.items
  while (page.nextCursor !== null) {
    page = await pageAt({ limit: PAGE, cursor: page.nextCursor })
    yield* page.items
  }
}
