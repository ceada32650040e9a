// Where the server's own time goes: a CPU profile of its main thread under load, summed by whose code was running.

import { join } from 'node:path'
import { z } from 'zod'
import { projectFolder } from '@/scripts/project.mjs'
import { type Life, startApplication } from './house'
import { client } from './http'
import { pace } from './load'
import type { Operation } from './operations'
import { profileShape, type Share, sharesOf } from './profile-shares'
import { figure, printTable, say } from './report'

export type Profile = {
  readonly operation: string
  readonly perSecond: number
  /** CPU milliseconds of the server's process for one request: little changed by what else the machine does. */
  readonly cpuMs: number
  readonly owners: readonly Share[]
  /** The functions that themselves ran longest. */
  readonly functions: readonly Share[]
}

const SECONDS = 6
const CONCURRENCY = 8

/** Profiles each operation in one more server and prints what its main thread did. */
export async function profileOf(
  life: Life,
  wish: { databaseUrl: string; token: string; operations: readonly Operation[]; port: number },
): Promise<Profile[]> {
  const profiler = `http://127.0.0.1:${wish.port + 1}`
  process.env.COLLOQUY_PROFILE_PORT = String(wish.port + 1)
  const words = ['--import', join(projectFolder, 'bench', 'profiled.mjs')]
  const server = client(await startApplication(life, { ...wish, words }), wish.token)
  const profiles: Profile[] = []
  for (const operation of wish.operations) {
    const work = async () => void (await operation.send(server))
    await pace(work, { concurrency: CONCURRENCY, seconds: SECONDS / 2 })
    await fetch(`${profiler}/begin`)
    const { perSecond } = await pace(work, { concurrency: CONCURRENCY, seconds: SECONDS })
    const answer = await fetch(`${profiler}/end`)
    profiles.push(summed(operation, perSecond, answerShape.parse(await answer.json())))
  }
  for (const profile of profiles) tell(profile)
  return profiles
}

const MOST_FUNCTIONS = 40

const answerShape = z.object({ cpuMs: z.number(), profile: profileShape })

function summed(
  operation: Operation,
  perSecond: number,
  { cpuMs, profile }: z.infer<typeof answerShape>,
): Profile {
  const { owners, functions } = sharesOf(profile)
  return {
    operation: operation.name,
    perSecond,
    cpuMs: cpuMs / (perSecond * SECONDS),
    owners,
    functions: functions.slice(0, MOST_FUNCTIONS),
  }
}

function tell({ operation, perSecond, cpuMs, owners }: Profile): void {
  say(`${operation}: ${figure(perSecond)} /s while profiled, ${figure(cpuMs)} ms of CPU each`)
  const shown = owners.filter(({ share }) => share >= 0.005)
  printTable(
    ['whose code', 'share of the main thread'],
    shown.map(({ name, share }) => [name, `${(share * 100).toFixed(1)} %`]),
  )
}
