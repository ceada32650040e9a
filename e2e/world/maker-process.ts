import { type ChildProcess, spawn } from 'node:child_process'
import { readClaim } from '@/scripts/database/claim.mjs'
import { openDataFolder, openSecrets } from '@/scripts/database/data-folder.mjs'
import { typescriptProgram } from '@/scripts/serving/commands.mjs'
import {
  answerShape,
  type Group,
  type GroupWish,
  type MembershipWish,
  madeShapes,
  type Person,
  type PersonWish,
  type Reading,
  type ReadingWish,
} from './shapes'

/** Makes people, groups and readings in the database of the server under test. */
export type Maker = {
  readonly person: (wish: PersonWish) => Promise<Person>
  readonly group: (wish: GroupWish) => Promise<Group>
  readonly membership: (wish: MembershipWish) => Promise<void>
  readonly reading: (wish: ReadingWish) => Promise<Reading>
  readonly end: () => void
}

/** Starts the maker's program on a server's data folder. */
export function startMaker(data = process.env.COLLOQUY_DATA): Maker {
  const folder = openDataFolder({ ...process.env, COLLOQUY_DATA: data })
  const url = readClaim(folder)?.url
  if (!url) throw new Error(`No server runs on ${folder}.`)
  const env = { ...process.env, DATABASE_URL: url, AUTH_SECRET: openSecrets(folder).authSecret }
  const child = spawn(process.execPath, typescriptProgram('e2e/world/maker.ts'), {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ask = askingOf(child)
  return {
    person: async (wish) => madeShapes.person.parse(await ask('person', wish)),
    group: async (wish) => madeShapes.group.parse(await ask('group', wish)),
    membership: async (wish) => void (await ask('membership', wish)),
    reading: async (wish) => madeShapes.reading.parse(await ask('reading', wish)),
    end: () => void child.disconnect(),
  }
}

function askingOf(child: ChildProcess) {
  const waiting = new Map<number, { done: (made: unknown) => void; failed: (why: Error) => void }>()
  let turns = 0
  child.on('message', (message) => {
    const answer = answerShape.parse(message)
    const asked = waiting.get(answer.turn)
    waiting.delete(answer.turn)
    if ('problem' in answer) asked?.failed(new Error(answer.problem))
    else asked?.done(answer.made)
  })
  child.once('exit', (status) => {
    for (const { failed } of waiting.values()) failed(new Error(`The maker ended (${status}).`))
  })
  return (make: string, wish: PersonWish | GroupWish | MembershipWish | ReadingWish) =>
    new Promise<unknown>((done, failed) => {
      turns += 1
      waiting.set(turns, { done, failed })
      child.send({ turn: turns, make, with: wish })
    })
}
