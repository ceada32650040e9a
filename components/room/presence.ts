// Who is here, whether the line to the server is open, and what to say aloud of both.

import type { RoomState } from './state'

/** The state with something to say aloud. */
export function saying(state: RoomState, words: string): RoomState {
  return { ...state, said: { words, turn: state.said.turn + 1 } }
}
