'use client'

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useRoom, useRoomStore } from '@/components/room/context'
import { ignoreErrors } from '@/components/ui/ignore-errors'
import { throttle } from '@/components/ui/throttle'
import { notify } from '@/components/ui/toast'
import type { AssignmentShape } from '@/lib/assignments/contract'
import { assignmentsApi } from './assignments-api'

const PAUSE_MS = 250
const LONGEST_TIMER_MS = 2 ** 31 - 1

type InRoom = { readonly assignment: AssignmentShape; readonly reload: () => void }

const AssignmentContext = createContext<InRoom | null>(null)

/**
 * The assignment that an open reading page is for, as it stands for its reader: asked for anew when a note of their own has arrived,
 * when they may see more than before, and when a step of the schedule comes.
 */
export function AssignmentInRoom({
  start,
  children,
}: {
  readonly start: AssignmentShape
  readonly children: ReactNode
}) {
  const room = useRoomStore()
  const [assignment, setAssignment] = useState(start)
  const sending = useRoom(({ outgoing }) => outgoing.size)
  const [reload] = useState(() => {
    const load = () => ignoreErrors(assignmentsApi.assignments.get({ id: start.id }), setAssignment)
    return throttle(load, PAUSE_MS)
  })
  const sent = useRef(sending)
  useEffect(() => {
    if (sending < sent.current) reload()
    sent.current = sending
  }, [sending, reload])
  useEffect(() => room.addListener({ hear: () => {}, refetch: reload }), [room, reload])
  useEffect(() => at(nextStep(assignment), () => room.renew()), [assignment, room])
  useOpenedWords(assignment)
  const inRoom = useMemo(() => ({ assignment, reload }), [assignment, reload])
  return <AssignmentContext value={inRoom}>{children}</AssignmentContext>
}

/** The assignment of the page, as it stands now, and how to ask for it anew. */
export function useAssignmentInRoom(): InRoom {
  const inRoom = useContext(AssignmentContext)
  if (!inRoom) throw new Error('This page is open for no assignment.')
  return inRoom
}

/** When the next step of the schedule comes for everybody; null when none is to come. */
function nextStep({ steps, opensAt }: AssignmentShape): number | null {
  const times = [opensAt, ...steps.map((step) => (step.kind === 'write-first' ? null : step.from))]
  const ahead = times.flatMap((time) => {
    const moment = time === null ? 0 : Date.parse(time)
    return moment > Date.now() ? [moment] : []
  })
  return ahead.length === 0 ? null : Math.min(...ahead)
}

function at(moment: number | null, work: () => void): () => void {
  const wait = moment === null ? LONGEST_TIMER_MS : moment - Date.now() + 1_000
  if (wait >= LONGEST_TIMER_MS) return () => {}
  const timer = setTimeout(work, wait)
  return () => clearTimeout(timer)
}

// Says once of each section that it has opened.
function useOpenedWords({ sections }: AssignmentShape): void {
  const shut = useRef(new Set(sections.filter(({ open }) => !open).map(({ id }) => id)))
  useEffect(() => {
    for (const { id, title, open } of sections) {
      if (!open || !shut.current.delete(id)) continue
      notify({ text: `“${title}” is open: you see what others wrote`, id: `opened-${id}` })
    }
  }, [sections])
}
