// Fetching what a stranger names. The name is resolved once, by us, and only a public address is connected to; the connection is looked
// at once more; every redirect is asked the same anew. Time and size are bounded, the size after unpacking.

import { type LookupAddress, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector, fetch, type Response } from 'undici'
import { Invalid, TooLarge } from '@/lib/errors'
import { isAllowed, isPublicIp, notPublic, requirePublicUrl } from './public-address'

const REDIRECTS_MAXIMUM = 5
const CONNECT_MS = 10_000

export type FetchLimits = {
  /** Hosts with port that are fetched though they are not public. */
  readonly allowed: readonly string[]
  /** In bytes, unpacked. */
  readonly most: number
  /** For everything together, redirects included. */
  readonly milliseconds: number
  /** Who resolves names; the system, unless a test speaks of names that are not there. */
  readonly resolve?: Resolver
}

export type Resolver = (
  hostname: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

export type Fetched = {
  readonly url: string
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What is at an address. Throws Invalid for what is not public, not there or too slow, TooLarge for what is too large. */
export async function fetchPublic(address: string, limits: FetchLimits): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.milliseconds)
  let url = requirePublicUrl(address, limits.allowed)
  for (let hops = 0; hops <= REDIRECTS_MAXIMUM; hops++) {
    const dispatcher = agentFor(url, limits)
    try {
      const response = await reach(url, { dispatcher, signal })
      const next = response.headers.get('location')
      if (response.status < 300 || response.status > 399 || next === null) {
        return await taken(response, url, { most: limits.most, signal })
      }
      url = requirePublicUrl(
        URL.canParse(next, url) ? new URL(next, url).href : next,
        limits.allowed,
      )
    } finally {
      await dispatcher.destroy()
    }
  }
  throw new Invalid('address-redirects', 'This address leads on and on to other addresses.')
}

type Way = { readonly dispatcher: Agent; readonly signal: AbortSignal }

async function reach(url: URL, way: Way): Promise<Response> {
  try {
    return await fetch(url, {
      ...way,
      redirect: 'manual',
      headers: {
        'user-agent': 'Colloquy (reads a page once, for a person who asked for it)',
        accept:
          'text/html,application/xhtml+xml,application/pdf,application/epub+zip,text/*;q=0.8,*/*;q=0.5',
      },
    })
  } catch (error) {
    throw toldFrom(error, way.signal)
  }
}

function agentFor(url: URL, { allowed, resolve = lookup }: FetchLimits): Agent {
  if (isAllowed(url, allowed)) return new Agent()
  const connect = buildConnector({ timeout: CONNECT_MS, lookup: publicOnly(resolve) })
  return new Agent({
    connect: (options, callback) =>
      connect(options, (error, socket) => {
        if (error) return callback(error, null)
        if (isPublicIp(socket.remoteAddress ?? '')) return callback(null, socket)
        socket.destroy()
        return callback(notPublic(), null)
      }),
  })
}

// Of the addresses that a name has, the public ones alone: what is connected to is what was checked.
function publicOnly(resolve: Resolver): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { all: true }, (error, addresses) => {
      const found = (addresses ?? []).filter(({ address }) => isPublicIp(address))
      const [first] = found
      if (error || !first) callback(error ?? notPublic(), '')
      else if (options.all) callback(null, found)
      else callback(null, first.address, first.family)
    })
  }
}

async function taken(
  response: Response,
  url: URL,
  { most, signal }: { most: number; signal: AbortSignal },
): Promise<Fetched> {
  if (!response.ok) {
    throw new Invalid(
      'address-answer',
      `The page is not to be had: its server answered ${response.status}.`,
    )
  }
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.byteLength
      if (length > most) throw tooLarge(most)
      chunks.push(chunk)
    }
  } catch (error) {
    throw toldFrom(error, signal)
  }
  const mediaType = response.headers.get('content-type') ?? ''
  return { url: url.href, mediaType, bytes: new Uint8Array(Buffer.concat(chunks)) }
}

function tooLarge(most: number): TooLarge {
  return new TooLarge(
    'too-large',
    `What is at this address has more than ${Math.round(most / 1024 / 1024)} MB.`,
  )
}

function toldFrom(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof Invalid || error instanceof TooLarge) return error
  if (signal.aborted) return new Invalid('address-slow', 'The page did not come in time.')
  const cause = error instanceof Error ? error.cause : null
  if (cause instanceof Invalid) return cause
  return new Invalid('address-away', 'Nothing answers at this address. Is it written correctly?')
}
