// A CPU profile summed by owner: the packages, Node, the database client, our own code. Built code is led back to its source.

import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { buildFolder } from '@/scripts/serving/build.mjs'

export type Share = { readonly name: string; readonly share: number }

export const profileShape = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({
        functionName: z.string(),
        url: z.string(),
        lineNumber: z.number(),
        columnNumber: z.number(),
      }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})
export type CpuProfile = z.infer<typeof profileShape>
type Frame = CpuProfile['nodes'][number]['callFrame']

/** Own time by owner and by function, the longest first, as shares of the whole. */
export function sharesOf(profile: CpuProfile): { owners: Share[]; functions: Share[] } {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]))
  const [owners, functions] = [new Map<string, number>(), new Map<string, number>()]
  const places = new Map<number, Place>()
  for (const [n, id] of profile.samples.entries()) {
    const frame = frames.get(id)
    if (!frame || frame.functionName === 'dispatch') continue // the profiler itself
    const place = places.get(id) ?? placeOf(frame)
    places.set(id, place)
    const spent = profile.timeDeltas[n] ?? 0
    owners.set(place.owner, (owners.get(place.owner) ?? 0) + spent)
    functions.set(place.name, (functions.get(place.name) ?? 0) + spent)
  }
  return { owners: ranked(owners), functions: ranked(functions) }
}

function ranked(times: ReadonlyMap<string, number>): Share[] {
  const whole = [...times.values()].reduce((sum, time) => sum + time, 0)
  return [...times]
    .map(([name, time]) => ({ name, share: time / whole }))
    .sort((a, b) => b.share - a.share)
}

type Place = { readonly owner: string; readonly name: string }

function placeOf({ functionName, url, lineNumber, columnNumber }: Frame): Place {
  if (url === '') {
    const isEngine = /^\((idle|program|garbage collector)\)$/.test(functionName)
    return { owner: isEngine ? functionName : 'V8 built-ins', name: functionName }
  }
  const path = sourceOf(url, lineNumber, columnNumber)
  return { owner: ownerOf(path), name: `${functionName} ${shorten(path)}` }
}

function sourceOf(url: string, line: number, column: number): string {
  const entry = mapOf(url)?.findEntry(line, column)
  if (!entry || !('originalSource' in entry)) return url
  return `${decodeURIComponent(entry.originalSource)}:${entry.originalLine + 1}`
}

const maps = new Map<string, SourceMap | null>()

// The maps lie with the build, not with what is served of it.
function mapOf(url: string): SourceMap | null {
  const found = maps.get(url)
  if (found !== undefined) return found
  const file = url.startsWith('file:') ? fileURLToPath(url) : url
  const path = join(buildFolder, 'server', 'chunks', `${basename(file)}.map`)
  const map = existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null
  maps.set(url, map)
  return map
}

const OWNERS: readonly (readonly [RegExp, string])[] = [
  [/^wasm:|query_compiler/, 'Prisma'],
  [/node_modules\/(@prisma|\.prisma)\/|lib\/generated\/prisma/, 'Prisma'],
  [/node_modules\/(pg|postgres)[-/]/, 'pg'],
  [/node_modules\/@orpc\//, 'oRPC'],
  [/node_modules\/zod\//, 'zod'],
  [/node_modules\/(next|react|react-dom|@next)\//, 'Next'],
  [/node_modules\//, 'other packages'],
  [/^node:/, 'Node'],
  [/(lib|app)\//, 'Colloquy'],
]

function ownerOf(path: string): string {
  return OWNERS.find(([pattern]) => pattern.test(path))?.[1] ?? 'bundler and others'
}

function shorten(path: string): string {
  return path.replace(/^.*node_modules\//, '').replace(/^.*\[project\]\//, '')
}
