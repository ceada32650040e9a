'use client'

import { useEffect, useState } from 'react'
import { useRoom } from '@/components/room/context'
import { Button } from '@/components/ui/button'
import type { DebateShape } from '@/lib/debates/contract/debates'
import { DebateProvider } from './debate-context'
import { DebatePanel } from './debate-panel'
import { reasonOf } from './debate-store'
import { debatesApi } from './debates-api'

/** A section's debate, opened in place: asks for it, or opens it for the first time. */
export function OpenDebate({
  sectionId,
  href,
  onClose,
}: {
  readonly sectionId: string
  readonly href: string
  readonly onClose: () => void
}) {
  const readingId = useRoom(({ reading }) => reading.id)
  const groupId = useRoom(({ group }) => group?.id ?? null)
  const [turn, setTurn] = useState(0)
  const [found, setFound] = useState<DebateShape | string | null>(null)
  useEffect(() => {
    let away = false
    const tell = (result: DebateShape | string) => {
      if (!away) setFound(result)
    }
    if (groupId === null || turn < 0) return
    fetchDebate({ readingId, groupId, sectionId }).then(tell, (error) => tell(reasonOf(error)))
    return () => {
      away = true
    }
  }, [readingId, groupId, sectionId, turn])
  if (found === null) return <div className="debate skeleton debate-skeleton" aria-hidden="true" />
  if (typeof found === 'string') {
    return (
      <div className="debate" role="alert">
        <p>The debate cannot be shown. {found}</p>
        <div className="row">
          <Button size="sm" onClick={() => setTurn(turn + 1)}>
            Try again
          </Button>
          <Button variant="ghost" size="sm" onClick={onClose}>
            Close
          </Button>
        </div>
      </div>
    )
  }
  return (
    <DebateProvider debate={found}>
      <DebatePanel href={href} onClose={onClose} />
    </DebateProvider>
  )
}

async function fetchDebate(where: {
  readingId: string
  groupId: string
  sectionId: string
}): Promise<DebateShape> {
  const { items } = await debatesApi.debates.bars({ id: where.readingId, groupId: where.groupId })
  const bar = items.find(({ sectionId }) => sectionId === where.sectionId)
  return bar ? debatesApi.debates.get({ id: bar.id }) : debatesApi.debates.open(where)
}
