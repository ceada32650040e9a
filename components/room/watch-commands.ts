// Watching and muting from the reading room.

import { api } from '@/components/api-client'
import { notify } from '@/components/ui/toast'
import { ApiProblem } from '@/lib/api/client'

type Watched = {
  readonly kind: 'reading' | 'section' | 'thread' | 'person'
  readonly id: string
}

const SAID = {
  watching: 'You will be told of what is new here.',
  muted: 'Muted. You are still told when somebody mentions you.',
} as const

/** Watches or mutes something, says so, and offers to take it back. */
export async function setWatch(watched: Watched, level: 'watching' | 'muted'): Promise<void> {
  const undo = { label: 'Undo', run: () => void letGo(watched) }
  await tried(() => api.notifications.watch({ ...watched, level }), {
    text: SAID[level],
    action: undo,
  })
}

async function letGo(watched: Watched): Promise<void> {
  await tried(() => api.notifications.unwatch(watched), { text: 'As it was before.' })
}

async function tried(
  work: () => Promise<unknown>,
  done: Parameters<typeof notify>[0],
): Promise<void> {
  try {
    await work()
    notify(done)
  } catch (error) {
    notify({ text: error instanceof ApiProblem ? error.message : 'That did not work. Try again.' })
  }
}
