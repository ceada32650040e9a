'use client'

import { useEffect, useMemo, useState } from 'react'
import { Composer } from '@/components/annotations/card/composer'
import { api } from '@/components/api-client'
import { useRoom, useRoomStore } from '@/components/room/context'
import type { Panel, RoomState } from '@/components/room/state'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { FilterPanel } from './filter-panel'
import { ListedNote } from './listed-note'

/** A list of notes beside the page: those on the whole reading, on a section, on lines where many crowd, or those filtered. */
export function NotesPanel({ phone }: { readonly phone: boolean }) {
  const room = useRoomStore()
  const panel = useRoom((state) => state.panel)
  const title = useRoom(titleOf)
  if (!panel) return null
  return (
    <Sheet
      title={title}
      side={phone ? 'bottom' : 'end'}
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) room.showPanel(null)
      }}
    >
      <PanelNotes panel={panel} />
    </Sheet>
  )
}

function PanelNotes({ panel }: { readonly panel: Panel }) {
  switch (panel.on) {
    case 'range':
      return <RangeNotes key={`${panel.from}-${panel.to}`} from={panel.from} to={panel.to} />
    case 'section':
      return <BesideNotes sectionId={panel.sectionId} />
    case 'reading':
      return <BesideNotes sectionId={null} />
    case 'filter':
      return <FilterPanel />
  }
}

/** The notes without a passage, and where to write another. */
function BesideNotes({ sectionId }: { readonly sectionId: string | null }) {
  const room = useRoomStore()
  const order = useRoom((state) => state.order)
  const may = useRoom((state) => state.may.annotate)
  const pending = useRoom((state) => state.pending)
  const [loaded, setLoaded] = useState<'no' | 'yes' | 'failed'>('no')
  useEffect(() => {
    room.loadBesides().then(
      () => setLoaded('yes'),
      () => setLoaded('failed'),
    )
  }, [room])
  const ids = useMemo(() => {
    const { notes } = room.getState()
    return order.filter((id) => {
      const note = notes.get(id)
      return note?.target === null && note.sectionId === sectionId
    })
  }, [order, room, sectionId])
  const writing = pending && pending.target === null && pending.sectionId === sectionId
  return (
    <div className="panel-notes">
      {ids.map((id) => (
        <ListedNote key={id} id={id} />
      ))}
      {loaded === 'no' && ids.length === 0 && (
        <div className="skeleton note-skeleton" aria-hidden="true" />
      )}
      {loaded === 'failed' && (
        <p className="meta">They cannot be loaded now. Close this and try again.</p>
      )}
      {loaded === 'yes' && ids.length === 0 && !writing && (
        <p className="meta">Nobody has written about this as a whole yet.</p>
      )}
      {writing && <Composer pending={pending} />}
      {may && !writing && (
        <Button
          size="sm"
          icon="plus"
          onClick={() => room.compose({ target: null, sectionId, kind: 'note' })}
        >
          {sectionId === null ? 'Note on the whole reading' : 'Note on this section'}
        </Button>
      )}
    </div>
  )
}

function RangeNotes({ from, to }: { readonly from: number; readonly to: number }) {
  const { ids, more, failed, next } = useRangeNotes(from, to)
  return (
    <div className="panel-notes">
      {ids.map((id) => (
        <ListedNote key={id} id={id} />
      ))}
      {failed && <p className="meta">They cannot be loaded now.</p>}
      {(more || failed) && (
        <Button variant="quiet" size="sm" onClick={next}>
          {failed ? 'Try again' : 'Show more'}
        </Button>
      )}
    </div>
  )
}

function useRangeNotes(from: number, to: number) {
  const room = useRoomStore()
  const [ids, setIds] = useState<readonly string[]>([])
  const [cursor, setCursor] = useState<string | null>(null)
  const [wanted, setWanted] = useState<{ cursor: string | null }>({ cursor: null })
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const { reading, group } = room.getState()
    const shelf = { id: reading.id, groupId: group?.id, revisionId: reading.revisionId }
    const query = { ...shelf, sort: 'place', on: 'passage', from, to, limit: 50 } as const
    api.annotations.list({ ...query, cursor: wanted.cursor ?? undefined }).then(
      (page) => {
        for (const note of page.items) room.mergeNote(note)
        setIds((before) => [...new Set([...before, ...page.items.map(({ id }) => id)])])
        setCursor(page.nextCursor)
        setFailed(false)
      },
      () => setFailed(true),
    )
  }, [room, from, to, wanted])
  return {
    ids,
    failed,
    more: cursor !== null,
    next: () => setWanted({ cursor: failed ? wanted.cursor : cursor }),
  }
}

function titleOf({ panel, reading }: RoomState): string {
  if (panel?.on === 'filter') return 'Filter notes'
  if (panel?.on === 'reading') return 'Notes on the whole reading'
  if (panel?.on !== 'section') return 'Notes on these lines'
  const section = reading.sections.find(({ id }) => id === panel.sectionId)
  return `Notes on “${section?.title ?? ''}”`
}
