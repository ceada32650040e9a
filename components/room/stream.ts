// The room's line to the server: recorded changes in, presence in and out. The browser reconnects by itself and names the last
// change it heard, so that nothing is missed and nothing comes twice.

// What is needed when the line is gone must have come while it was there.
import '@/components/editor/draft-shape'
import './current-shape'
import './outbox-shape'
import { newId } from '@/lib/ids'
import { arrivedMessage, presenceMessage } from './live-message'
import { resumeOutbox } from './resume-outbox'
import { sendWaiting } from './sending'
import type { RoomStore } from './store'
import { whereabouts } from './whereabouts'

const GIVEN_UP_MS = 3_000

/** Opens the live channel of the room. Returns how to close it. */
export function openStream(room: RoomStore): () => void {
  const { reading, group, me } = room.getState()
  const tab = newId()
  const query = new URLSearchParams(group ? { groupId: group.id } : {})
  query.set('presence', tab)
  settle(resumeOutbox(room))
  let source = listen()
  let opened = false
  let again: ReturnType<typeof setTimeout> | undefined

  function listen(): EventSource {
    const line = new EventSource(`/api/v1/readings/${reading.id}/events?${query}`)
    line.onopen = heard
    line.onerror = broken
    line.onmessage = ({ data }) => {
      const arrived = arrivedMessage(data)
      if (!arrived) return settle(room.refresh())
      if (arrived.message) room.applyEvent(arrived.message)
      room.handOn(arrived.raw)
    }
    line.addEventListener('presence', ({ data }) => {
      const message = presenceMessage(data)
      if (message) room.hear({ presence: message.people })
    })
    line.addEventListener('reset', () => settle(room.refresh()))
    return line
  }

  function heard(): void {
    room.hear({ connection: 'live' })
    announce()
    sendWaiting(room)
    // Between the making of the page and the first word on the line something may have happened.
    if (!opened) settle(room.refetchCoverage())
    opened = true
  }

  function broken(): void {
    room.hear({ connection: globalThis.navigator.onLine ? 'connecting' : 'offline' })
    if (source.readyState === EventSource.CLOSED) again ??= setTimeout(anew, GIVEN_UP_MS)
  }

  // A browser gives up for good when it is answered an error, as a proxy does while the server behind it starts. What was missed
  // meanwhile cannot be replayed on a new line, so it is asked for.
  function anew(): void {
    again = undefined
    source = listen()
    settle(room.refresh())
  }

  function back(): void {
    sendWaiting(room)
  }
  globalThis.addEventListener('online', back)

  function announce(): void {
    if (!me || room.getState().connection !== 'live') return
    settle(room.server.announce(tab, whereabouts.current()))
  }
  const leave = whereabouts.observe(announce)
  return () => {
    leave()
    clearTimeout(again)
    globalThis.removeEventListener('online', back)
    source.close()
  }
}

// A refetch that fails is made good by the next one; presence that is not told is told with the next step.
function settle(work: Promise<unknown>): void {
  work.catch(() => {})
}
