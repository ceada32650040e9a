import * as z from 'zod'
import type { AnnotationInput } from '@/lib/annotations/contract'
import type { Person } from './shapes'

const withId = z.object({ id: z.string(), version: z.number() })
const list = z.object({ items: z.array(z.object({ id: z.string() })) })

/** What journeys prepare or prove through the public API, with a token. */
export type Api = {
  readonly annotate: (note: AnnotationInput) => Promise<z.infer<typeof withId>>
  readonly reply: (noteId: string, words: string) => Promise<z.infer<typeof withId>>
  readonly rewrite: (noteId: string, version: number, words: string) => Promise<void>
  readonly knows: (noteId: string) => Promise<boolean>
  /** How many notes of a reading this person sees. */
  readonly countNotes: (readingId: string) => Promise<number>
  readonly countReplies: (noteId: string) => Promise<number>
}

const LONGEST_ANSWER_MS = 10_000

/** Speaks to the API as somebody. */
export function apiAs({ authorization }: Pick<Person, 'authorization'>, baseURL: string): Api {
  async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(new URL(`/api/v1${path}`, baseURL), {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const bodyOf = (value: string) => ({ format: 'markdown', value })
  const count = async (path: string) => list.parse(await ask('GET', path)).items.length
  return {
    annotate: async (note) => withId.parse(await ask('POST', '/annotations', note)),
    reply: async (noteId, words) =>
      withId.parse(await ask('POST', `/annotations/${noteId}/replies`, { body: bodyOf(words) })),
    rewrite: async (noteId, version, words) =>
      void (await ask('PATCH', `/annotations/${noteId}`, { version, body: bodyOf(words) })),
    knows: async (noteId) => withId.parse(await ask('GET', `/annotations/${noteId}`)).id === noteId,
    countNotes: (readingId) => count(`/readings/${readingId}/annotations?limit=100`),
    countReplies: (noteId) => count(`/annotations/${noteId}/replies?limit=100`),
  }
}
