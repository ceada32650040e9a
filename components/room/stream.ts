// The room's line to the server: recorded changes in, presence in and out. It begins where the outbox stood before the page was
// made, and the browser reconnects by itself and names the last change it heard: so nothing is missed and nothing comes twice.

// What is needed when the line is gone must have come while it was there.
import '@/components/editor/draft-shape'
import './current-shape'
import './outbox-shape'
import { ignoreErrors } from '@/components/ui/ignore-errors'
import { newId } from '@/lib/ids'
import { type Arrived, arrivedMessage, presenceMessage } from './live-message'
import { tellOwn } from './own-line'
import { resumeOutbox } from './resume-outbox'
import { sendWaiting } from './sending'
import type { RoomStore } from './store'
import { whereabouts } from './whereabouts'

const GIVEN_UP_MS = 3_000

/** Opens the live channel of the room. Returns how to close it. */
export function openStream(room: RoomStore): () => void {
  const { reading, me } = room.getState()
  const tab = newId()
  const query = firstQuery(room, tab)
  ignoreErrors(resumeOutbox(room))
  let caughtUp = false
  let missed = 0
  let source = listen()
  let again: ReturnType<typeof setTimeout> | undefined

  function listen(): EventSource {
    caughtUp = false
    missed = 0
    const line = new EventSource(`/api/v1/readings/${reading.id}/events?${query}`)
    line.onopen = heard
    line.onerror = broken
    line.onmessage = ({ data, lastEventId }) => {
      if (lastEventId) query.set('after', lastEventId)
      place(arrivedMessage(data))
    }
    line.addEventListener('presence', ({ data }) => {
      const message = presenceMessage(data)
      if (message) room.hear({ presence: message.people })
    })
    line.addEventListener('reset', () => refetch(room))
    line.addEventListener('current', current)
    return line
  }

  function place(arrived: Arrived | null): void {
    if (!arrived) ignoreErrors(room.refresh())
    else if (arrived.isOwn) tellOwn()
    else {
      if (!caughtUp) missed += 1
      if (arrived.message) room.applyEvent(arrived.message)
      room.handOn(arrived.raw)
    }
  }

  function heard(): void {
    room.hear({ connection: 'live' })
    announce()
    sendWaiting(room)
  }

  // What happened while the page was made was told, and may stand in its marks and counts already: it must not count twice.
  function current(): void {
    if (!caughtUp && missed > 0) ignoreErrors(room.refetchCoverage())
    caughtUp = true
  }

  function broken(): void {
    room.hear({ connection: globalThis.navigator.onLine ? 'connecting' : 'offline' })
    if (source.readyState === EventSource.CLOSED) again ??= setTimeout(anew, GIVEN_UP_MS)
  }

  // A browser gives up for good when it is answered an error, as a proxy does while the server behind it starts. The new line
  // goes on where the old one stood; what it cannot replay any more is asked for.
  function anew(): void {
    clearTimeout(again)
    again = undefined
    source.close()
    source = listen()
    refetch(room)
  }

  // By the clock more may be seen now: the server gives a line the rights that its reader has when it begins.
  const leaveRenewal = room.provideRenewal(anew)

  function back(): void {
    sendWaiting(room)
  }
  globalThis.addEventListener('online', back)

  function announce(): void {
    if (!me || room.getState().connection !== 'live') return
    ignoreErrors(room.server.announce(tab, whereabouts.current()))
  }
  const leave = whereabouts.observe(announce)
  return () => {
    leave()
    leaveRenewal()
    clearTimeout(again)
    globalThis.removeEventListener('online', back)
    source.close()
  }
}

function firstQuery(room: RoomStore, tab: string): URLSearchParams {
  const { group } = room.getState()
  const place: Record<string, string> = group ? { groupId: group.id } : {}
  return new URLSearchParams({ ...place, presence: tab, after: room.cursor })
}

function refetch(room: RoomStore): void {
  tellOwn()
  ignoreErrors(room.refresh())
}
