'use client'

import { useMemo } from 'react'
import { WordChanges } from '@/components/annotations/placement/word-changes'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFoot } from '@/components/ui/dialog'
import type { DocNode } from '@/lib/text/doc-node'
import { readingText } from '@/lib/text/document'
import { wordDiff } from '@/lib/text/word-diff'

/** Two texts of one draft: what is written here and what was saved elsewhere, with what tells them apart. Nothing is thrown away. */
export function DraftConflict({
  mine,
  theirs,
  by,
  language,
  onMine,
  onTheirs,
  onClose,
}: {
  readonly mine: string
  /** Null: the other one published the draft or threw it away. */
  readonly theirs: string | null
  readonly by: string | null
  readonly language: string
  readonly onMine: () => void
  readonly onTheirs: () => void
  readonly onClose: () => void
}) {
  const changes = useMemo(
    () => (theirs === null ? null : wordDiff(theirs, mine, language)),
    [theirs, mine, language],
  )
  return (
    <Dialog
      title="This draft was saved elsewhere"
      description={
        theirs === null
          ? 'While you were writing, the draft was published or thrown away elsewhere. What you wrote is here.'
          : `While you were writing, ${by ?? 'somebody'} saved another text of this draft. Both are here; the one you do not take stays in this browser.`
      }
      open
      onOpenChange={(open) => open || onClose()}
      size="wide"
    >
      {changes && (
        <section className="conflict-texts" aria-label="From theirs to yours">
          <p className="label">
            From theirs to yours: <del>only theirs</del> <ins>only yours</ins>
          </p>
          <p className="pre conflict-text" lang={language} dir="auto">
            <WordChanges changes={changes} />
          </p>
        </section>
      )}
      <DialogFoot>
        <Button onClick={onTheirs}>{theirs === null ? 'Begin anew' : 'Take theirs'}</Button>
        <Button variant="primary" onClick={onMine}>
          Save mine
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

/** The words of a document, to compare. */
export function wordsOf(doc: DocNode): string {
  return readingText(doc).text
}
