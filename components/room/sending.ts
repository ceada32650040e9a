// Sending what somebody wrote: it may fail, and then it stays where it is until it is sent again or given up.

import { ApiProblem } from '@/lib/api/client'
import type { RoomStore } from './store'

type Errand<Answer> = {
  /** Asks the server; the same key each time, so that it is taken only once. */
  readonly ask: () => Promise<Answer>
  readonly arrived: (answer: Answer) => void
}

/** Sends; resolves with the answer, or null when it did not arrive and waits to be sent again. */
export async function send<Answer>(
  room: RoomStore,
  id: string,
  errand: Errand<Answer>,
): Promise<Answer | null> {
  const again = () => void send(room, id, errand)
  room.track(id, { status: 'sending', problem: null, again })
  try {
    const answer = await errand.ask()
    errand.arrived(answer)
    room.track(id, null)
    room.say('Posted')
    return answer
  } catch (error) {
    const offline = error instanceof ApiProblem && error.status === 0
    const problem = error instanceof ApiProblem ? error.message : 'It is kept here.'
    room.say('Not sent')
    room.track(id, { status: offline ? 'waiting' : 'failed', problem, again })
    return null
  }
}

/** Sends what waited for the line. */
export function sendWaiting(room: RoomStore): void {
  for (const { status, again } of room.getState().outgoing.values()) {
    if (status === 'waiting') again()
  }
}
