'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFoot } from '@/components/ui/dialog'
import { notify } from '@/components/ui/toast'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { ClaimPicker } from './claim-picker'
import { useDebate, useDebateStore } from './debate-context'
import { debatesApi } from './debates-api'
import { undoLastChange } from './undo-last'

/** Into which claim one is merged that says the same. */
export function MergeDialog({
  claim,
  onClose,
}: {
  readonly claim: ClaimShape
  readonly onClose: () => void
}) {
  const store = useDebateStore()
  const debateId = useDebate(({ debate }) => debate.id)
  const [into, setInto] = useState<string | null>(null)
  const merge = async () => {
    if (into === null) return
    if (!(await store.ask(() => debatesApi.claims.merge({ id: claim.id, into })))) return
    onClose()
    await store.show()
    const run = () => void undoLastChange(debateId).then(() => store.show())
    notify({ text: 'Merged', action: { label: 'Undo', run } })
  }
  return (
    <Dialog
      title="Merge with its like"
      description={`“${claim.text}” goes into the one that you choose, with its votes on truth, its evidence and its answers.`}
      open
      onOpenChange={(open) => open || onClose()}
    >
      <ClaimPicker
        label="Which says the same"
        chosen={into}
        onChoose={setInto}
        may={({ id, kind }) => id !== claim.id && kind === claim.kind}
      />
      <DialogFoot>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" disabled={into === null} onClick={() => void merge()}>
          Merge them
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
