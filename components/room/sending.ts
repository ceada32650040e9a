// Sending what somebody wrote: it may fail, and then it stays where it is until it is sent again, mended or given up.

import { ApiProblem } from '@/lib/api/client'
import { forgetOutgoing, keepOutgoing } from './outbox'
import type { OutboxItem } from './outbox-shape'
import type { Outgoing } from './state'
import type { RoomStore } from './store'

export type Errand<Answer> = {
  /** What is kept until it has arrived; its id is the key that the server takes once. */
  readonly item: Omit<OutboxItem, 'refused'>
  readonly ask: () => Promise<Answer>
  readonly arrived: (answer: Answer) => void
  /** It is kept here now, or has arrived: a draft of it is needed no more. */
  readonly safe?: (() => void) | undefined
}

/** Sends; resolves with the answer, or null when it did not arrive and waits to be sent again. */
export async function send<Answer>(
  room: RoomStore,
  errand: Errand<Answer>,
): Promise<Answer | null> {
  const { item, ask, arrived, safe } = errand
  const again = () => void send(room, errand)
  room.track(item.id, { status: 'sending', problem: null, again })
  const kept = keepOutgoing(room.getState(), { ...item, refused: null })
  void kept.then((worked) => worked && safe?.())
  try {
    const answer = await ask()
    arrived(answer)
    room.track(item.id, null)
    room.say('Posted')
    await kept
    void forgetOutgoing(room.getState(), item.id)
    safe?.()
    return answer
  } catch (error) {
    const { status, problem } = failureOf(error)
    room.say('Not sent')
    room.track(item.id, { status, problem, again })
    if (status === 'failed') {
      await kept
      void keepOutgoing(room.getState(), { ...item, refused: problem })
    }
    return null
  }
}

/** Goes on with what an earlier page left behind: sends it, or says why the server had refused it. */
export function resume<Answer>(
  room: RoomStore,
  errand: Errand<Answer>,
  refused: string | null,
): void {
  const again = () => void send(room, errand)
  if (refused === null) again()
  else room.track(errand.item.id, { status: 'failed', problem: refused, again })
}

/** Sends what waited for the line. */
export function sendWaiting(room: RoomStore): void {
  for (const { status, again } of room.getState().outgoing.values()) {
    if (status === 'waiting') again()
  }
}

type Failure = { readonly status: Outgoing['status']; readonly problem: string }

function failureOf(error: unknown): Failure {
  if (!(error instanceof ApiProblem)) return { status: 'failed', problem: 'It is kept here.' }
  if (error.status === 0) return { status: 'waiting', problem: error.message }
  if (error.status === 401) return { status: 'signed-out', problem: error.message }
  return { status: 'failed', problem: refusalWords(error) }
}

/** What the server refused, with the tag or field that is at fault. */
export function refusalWords({ message, details }: ApiProblem): string {
  if (typeof details.tag === 'string') return `Tag “${details.tag}”: ${message}`
  const faults = issuesOf(details.issues).map(({ path, message: fault }) =>
    path === '' ? fault : `${FIELDS[path.split('.')[0] ?? ''] ?? path}: ${fault}`,
  )
  return faults.length > 0 ? faults.join(' ') : message
}

const FIELDS: Readonly<Record<string, string>> = {
  body: 'Your words',
  tags: 'Tags',
  target: 'The passage',
  visibility: 'Who sees it',
  kind: 'The type',
}

function issuesOf(issues: unknown): readonly { path: string; message: string }[] {
  if (!Array.isArray(issues)) return []
  return issues.map((issue: { path?: unknown; message?: unknown }) => ({
    path: String(issue.path ?? ''),
    message: String(issue.message ?? ''),
  }))
}
