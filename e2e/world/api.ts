import * as z from 'zod'
import type { AnnotationInput } from '@/lib/annotations/contract'
import type { Step } from '@/lib/assignments/schedule'
import type { Person } from './shapes'

const withId = z.object({ id: z.string(), version: z.number() })
const named = z.object({ id: z.string() })
const withSections = z.object({ sections: z.array(named) })
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
  /** Opens a debate on a section, by its place in the text, and gives its id. */
  readonly openDebate: (place: DebatePlace) => Promise<string>
  /** The id of a section, by its place in the text. */
  readonly sectionOf: (readingId: string, section: number) => Promise<string>
  readonly setThesis: (debateId: string, text: string) => Promise<string>
  /** Answers a claim with another, which supports it unless said otherwise. */
  readonly claim: (parentId: string, claim: ClaimWish) => Promise<string>
  readonly takeStance: (thesisId: string, stance: 'agree' | 'unsure' | 'disagree') => Promise<void>
  /** Reports a note. */
  readonly flag: (noteId: string, reason: string, words: string) => Promise<void>
  /** Votes on the truth of a claim. */
  readonly vote: (claimId: string, value: number) => Promise<void>
  /** Assigns all sections of a reading in a course, published at once; gives the id of the assignment. */
  readonly assign: (
    groupId: string,
    readingId: string,
    title: string,
    steps?: readonly Step[],
  ) => Promise<string>
}

export type DebatePlace = {
  readonly readingId: string
  readonly groupId: string
  /** 0 is the opening. */
  readonly section: number
}

export type ClaimWish = {
  readonly text: string
  readonly relation?: 'supports' | 'opposes' | 'qualifies' | 'asks'
  readonly cites?: string
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
  const sectionOf = async (readingId: string, at: number) => {
    const { sections } = withSections.parse(await ask('GET', `/readings/${readingId}`))
    return sections[at]?.id ?? ''
  }
  const count = async (path: string) => list.parse(await ask('GET', path)).items.length
  return {
    flag: async (id, reason, words) => {
      await ask('POST', '/flags', { subject: { kind: 'annotation', id }, reason, words })
    },
    assign: async (groupId, readingId, title, steps = []) => {
      const wish = { title, readingId, steps }
      const made = await ask('POST', `/groups/${groupId}/assignments`, wish)
      const { id } = named.parse(made)
      await ask('PUT', `/assignments/${id}/publication`)
      return id
    },
    annotate: async (note) => withId.parse(await ask('POST', '/annotations', note)),
    reply: async (noteId, words) =>
      withId.parse(await ask('POST', `/annotations/${noteId}/replies`, { body: bodyOf(words) })),
    rewrite: async (noteId, version, words) =>
      void (await ask('PATCH', `/annotations/${noteId}`, { version, body: bodyOf(words) })),
    knows: async (noteId) => withId.parse(await ask('GET', `/annotations/${noteId}`)).id === noteId,
    countNotes: (readingId) => count(`/readings/${readingId}/annotations?limit=100`),
    openDebate: async ({ readingId, groupId, section }) => {
      const sectionId = await sectionOf(readingId, section)
      return named.parse(await ask('POST', '/debates', { readingId, groupId, sectionId })).id
    },
    sectionOf,
    setThesis: async (debateId, text) =>
      named.parse(await ask('POST', `/debates/${debateId}/theses`, { text })).id,
    claim: async (parentId, { text, relation = 'supports', cites }) => {
      const claim = {
        text,
        relation,
        kind: relation === 'asks' ? 'question' : 'claim',
        attacks: relation === 'opposes' ? 'fact' : undefined,
        evidence: cites === undefined ? [] : [{ kind: 'passage', exact: cites }],
      }
      return named.parse(await ask('POST', `/claims/${parentId}/children`, claim)).id
    },
    takeStance: async (thesisId, stance) =>
      void (await ask('PUT', `/claims/${thesisId}/stance`, { stance })),
    vote: async (claimId, value) =>
      void (await ask('PUT', `/claims/${claimId}/truth-vote`, { value })),
    countReplies: (noteId) => count(`/annotations/${noteId}/replies?limit=100`),
  }
}
