'use client'

import { useRef, useState } from 'react'
import type { Written } from '@/components/editor/post-editor'
import { PostField } from '@/components/editor/post-field'
import { usePeople } from '@/components/room/use-people'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFoot } from '@/components/ui/dialog'
import { bothOf, type Conflict } from './conflict'

/** The same text was changed elsewhere meanwhile: both are shown, and the writer says which it shall be. Nothing is lost. */
export function ConflictDialog({
  conflict,
  onSettle,
  onTheirs,
  onClose,
}: {
  readonly conflict: Conflict
  readonly onSettle: (written: Written) => void
  readonly onTheirs: () => void
  readonly onClose: () => void
}) {
  const [merging, setMerging] = useState(false)
  const people = usePeople()
  const both = bothOf(conflict)
  const merged = useRef(both)
  return (
    <Dialog
      title="This was changed elsewhere"
      description="While you were writing, another version was saved. Both are here."
      open
      onOpenChange={(open) => open || onClose()}
      size="wide"
    >
      <div className="versions-beside">
        <section aria-label="Yours">
          <h3 className="label">Yours</h3>
          <p className="body pre">{conflict.mine.text}</p>
        </section>
        <section aria-label="Saved elsewhere">
          <h3 className="label">Saved elsewhere</h3>
          <p className="body pre">{conflict.theirs.text}</p>
        </section>
      </div>
      {merging && (
        <div className="reply-box">
          <PostField
            label="Both together"
            placeholder=""
            initial={both.doc}
            autoFocus
            people={people}
            onChange={(now) => {
              merged.current = now
            }}
            onSubmit={() => onSettle(merged.current)}
            onEscape={() => setMerging(false)}
          />
        </div>
      )}
      <DialogFoot>
        {merging ? (
          <Button variant="primary" onClick={() => onSettle(merged.current)}>
            Save merged
          </Button>
        ) : (
          <>
            <Button onClick={onTheirs}>Keep the other</Button>
            <Button onClick={() => setMerging(true)}>Merge</Button>
            <Button variant="primary" onClick={() => onSettle(conflict.mine)}>
              Save mine
            </Button>
          </>
        )}
      </DialogFoot>
    </Dialog>
  )
}
