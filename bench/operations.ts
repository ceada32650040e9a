// The two requests that are measured, as a client of the API sends them.

import { randomUUID } from 'node:crypto'
import { type Client, expectStatus } from './http'
import type { Span } from './spans'
import type { World } from './world'

export type Operation = {
  readonly name: string
  /** Sends one and answers with what must be another in the next: the id of what was made, and the key. */
  send(client: Client): Promise<{ id: string | null; key: string | null }>
}

/** Listing fifty annotations. */
export function listing({ reading }: World): Operation {
  const path = `/api/v1/readings/${reading.id}/annotations?limit=50`
  return {
    name: 'list 50',
    async send(client) {
      await expectStatus(200, client('GET', path))
      return { id: null, key: null }
    },
  }
}

/** Creating one with a target and a body, under a key of its own. */
export function creating({ reading, groupId }: World, { start, end }: Span): Operation {
  const body = {
    readingId: reading.id,
    groupId,
    visibility: 'group',
    kind: 'note',
    target: { exact: reading.text.slice(start, end), start, end },
    body: { format: 'markdown', value: 'This deserves **a source**, and a second reading.' },
  }
  return {
    name: 'create',
    async send(client) {
      const key = randomUUID()
      const headers = { 'idempotency-key': key }
      const text = await expectStatus(201, client('POST', '/api/v1/annotations', { body, headers }))
      return { id: idIn(text), key }
    },
  }
}

function idIn(text: string): string {
  const made: { id?: unknown } = JSON.parse(text)
  if (typeof made.id !== 'string') throw new Error('the answer has no id')
  return made.id
}
