'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Draft } from '@/components/editor/draft-shape'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import type { DraftShape, RevisionShape } from '@/lib/revisions/contract'
import { reportWords } from '@/lib/revisions/report'
import { DeskConflict } from './desk-conflict'
import { discardDraft } from './discard-draft'
import type { EditStart, Opened } from './edit-start'
import { OldBase } from './old-base'
import { PublishDialog } from './publish-dialog'
import { ReadingEditor } from './reading-editor'
import { SyncLine } from './sync-line'
import { useDraftSync } from './use-draft-sync'

/** One text being written: the editor, how it is saved, what somebody else saved meanwhile, and publishing. */
export function EditDesk({
  start,
  opened,
  draftKey,
  onOpen,
  onAside,
  onAnew,
}: {
  readonly start: EditStart
  readonly opened: Opened
  readonly draftKey: string
  /** Puts another text in the place of this one. */
  readonly onOpen: (text: Pick<Opened, 'doc' | 'kept' | 'version'>) => void
  /** Keeps a text in this browser that another one takes the place of. */
  readonly onAside: (draft: Draft) => Promise<void>
  /** Begins again from what the server has. */
  readonly onAnew: () => void
}) {
  const { reading, base, notes } = start
  const router = useRouter()
  const place = { id: reading.id, baseRevisionId: base.id, key: draftKey }
  const { sync, state, follow, words } = useDraftSync(place, opened.version)
  const [begun, setBegun] = useState(opened.version > 0 || opened.unsaved)
  const [publishing, setPublishing] = useState(false)
  const [deciding, setDeciding] = useState(true)

  const publish = async () => {
    if (await sync.flush()) setPublishing(true)
    else if (sync.getState().status !== 'conflict') {
      notify({
        text: 'The draft could not be saved yet, so it cannot be published. It is kept here.',
      })
    }
  }
  const takeTheirs = async (theirs: DraftShape | null) => {
    const mine = words()
    if (mine) await onAside(mine)
    if (!theirs || theirs.baseRevisionId !== base.id) return onAnew()
    onOpen({ doc: theirs.doc, kept: theirs.edits ?? [], version: theirs.version })
  }
  const published = (revision: RevisionShape) => {
    sync.stop()
    void discardDraft(reading.id, draftKey)
    const told = revision.report ? ` Notes: ${reportWords(revision.report)}.` : ''
    notify({ text: `Revision ${revision.number} is published.${told}`, duration: 12_000 })
    router.push(`/readings/${reading.slug}`)
  }
  const mayPublish = begun && base.isCurrent
  return (
    <>
      {!base.isCurrent && <OldBase start={start} version={state.version} onAnew={onAnew} />}
      <ReadingEditor
        reading={reading}
        doc={opened.doc}
        baseText={start.base.text}
        kept={opened.kept}
        notes={notes}
        onReady={(editor) => follow(editor, opened.unsaved)}
        onChange={() => {
          setBegun(true)
          setDeciding(true)
          sync.changed()
        }}
        head={
          <div className="writing-acts">
            <SyncLine state={state} begun={begun} />
            {state.status === 'conflict' && !deciding && (
              <Button size="sm" onClick={() => setDeciding(true)}>
                Compare
              </Button>
            )}
            <Button variant="primary" disabled={!mayPublish} onClick={() => void publish()}>
              Publish…
            </Button>
          </div>
        }
      />
      {state.status === 'conflict' && deciding && (
        <DeskConflict
          theirs={state.theirs}
          mine={words()?.doc ?? opened.doc}
          language={reading.language}
          onMine={() => void sync.keepMine()}
          onTheirs={() => void takeTheirs(state.theirs)}
          onClose={() => setDeciding(false)}
        />
      )}
      {publishing && (
        <PublishDialog
          readingId={reading.id}
          baseRevisionId={base.id}
          version={state.version}
          onClose={() => setPublishing(false)}
          onDone={published}
        />
      )}
    </>
  )
}
