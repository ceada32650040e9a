'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useRoomStore } from '@/components/room/context'
import { reactToNote, removeNote, toggleResolution } from '@/components/room/note-commands'
import { IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuItem } from '@/components/ui/menu'
import { absoluteTime } from '@/components/ui/relative-time'
import { notify } from '@/components/ui/toast'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { roomHref } from '@/lib/readings/room-href'
import { HistoryDialog } from './history-dialog'
import { ReactionPicker } from './reaction-picker'
import { WatchItems } from './watch-items'

const FlagDialog = dynamic(() =>
  import('@/components/moderation/flag-dialog').then((module) => module.FlagDialog),
)

const PromoteDialog = dynamic(() =>
  import('@/components/debates/promote-dialog').then((module) => module.PromoteDialog),
)

/** What may be done to an open note. */
export function NoteActions({
  note,
  onEdit,
}: {
  readonly note: AnnotationShape
  readonly onEdit: () => void
}) {
  const room = useRoomStore()
  const [history, setHistory] = useState(false)
  const { can, resolution, reactions, editedAt, deleted } = note
  return (
    <>
      {resolution && <ResolvedLine resolution={resolution} />}
      <footer className="acts">
        {can.resolve && (
          <button
            type="button"
            className="textlink"
            onClick={() => void toggleResolution(room, note)}
          >
            <Icon name="resolve" size={14} />
            {resolution ? 'Reopen' : 'Resolve'}
          </button>
        )}
        {note.inDebate && note.sectionId && (
          <a className="textlink" href={`#debate=${note.sectionId}`}>
            <Icon name="tree" size={14} />
            In the debate
          </a>
        )}
        {can.react && reactions.length === 0 && (
          <ReactionPicker onPick={(emoji) => void reactToNote(room, note, emoji)} />
        )}
        {editedAt && deleted === null && (
          <button type="button" className="textlink meta" onClick={() => setHistory(true)}>
            Edited
          </button>
        )}
        <span className="push">
          <NoteMenu note={note} onEdit={onEdit} />
        </span>
      </footer>
      {history && <HistoryDialog note={note} onClose={() => setHistory(false)} />}
    </>
  )
}

function ResolvedLine({
  resolution,
}: {
  readonly resolution: NonNullable<AnnotationShape['resolution']>
}) {
  const at = new Date(resolution.at)
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'short' })
  return (
    <p className="meta resolved-line" title={absoluteTime(at)}>
      <Icon name="resolve" size={14} />
      Resolved{resolution.by ? ` by ${resolution.by.name}` : ''}, {day.format(at)}
    </p>
  )
}

function NoteMenu({
  note,
  onEdit,
}: {
  readonly note: AnnotationShape
  readonly onEdit: () => void
}) {
  const room = useRoomStore()
  const [promoting, setPromoting] = useState(false)
  const [flagging, setFlagging] = useState(false)
  const copy = async () => {
    const address = new URL(`${roomHref(room.getState())}#note=${note.id}`, location.origin)
    try {
      await navigator.clipboard.writeText(address.href)
      notify({ text: 'Link copied' })
    } catch {
      notify({ text: `Copy it by hand: ${address.href}`, duration: 20_000 })
    }
  }
  return (
    <>
      <Menu trigger={<IconButton icon="more" label="More" size="xs" />}>
        <MenuItem icon="link" onSelect={() => void copy()}>
          Copy link
        </MenuItem>
        <WatchItems note={note} />
        {note.can.promote && (
          <MenuItem icon="promote" onSelect={() => setPromoting(true)}>
            Take into the debate…
          </MenuItem>
        )}
        {note.can.flag && (
          <MenuItem icon="flag" onSelect={() => setFlagging(true)}>
            Report…
          </MenuItem>
        )}
        {note.can.edit && (
          <MenuItem icon="edit" onSelect={onEdit}>
            Edit
          </MenuItem>
        )}
        {note.can.delete && (
          <MenuItem icon="trash" danger onSelect={() => void removeNote(room, note)}>
            Delete
          </MenuItem>
        )}
      </Menu>
      {flagging && (
        <FlagDialog
          subject={{ kind: 'annotation', id: note.id }}
          onClose={() => setFlagging(false)}
        />
      )}
      {promoting && <PromoteDialog note={note} onClose={() => setPromoting(false)} />}
    </>
  )
}
