'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFoot } from '@/components/ui/dialog'
import { notify } from '@/components/ui/toast'
import { type Aspect, type Relation, relationsOf } from '@/lib/debates/claim'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { AttackChoice, RelationChoice } from './claim-form-fields'
import { ClaimPicker } from './claim-picker'
import { useDebate, useDebateStore } from './debate-context'
import { debatesApi } from './debates-api'
import { undoLastChange } from './undo-last'

const TITLES = { move: 'Move this claim', link: 'Hang this claim on another, too' } as const

/** Where a claim is moved or linked to. Votes on its truth stay; whether it matters is asked anew where it comes. */
export function MoveDialog({
  claim,
  how,
  onClose,
}: {
  readonly claim: ClaimShape
  readonly how: 'move' | 'link'
  readonly onClose: () => void
}) {
  const store = useDebateStore()
  const debateId = useDebate(({ debate }) => debate.id)
  const [parentId, setParentId] = useState<string | null>(null)
  const [relation, setRelation] = useState<Relation>(claim.place?.relation ?? 'supports')
  const [attacks, setAttacks] = useState<Aspect>(claim.place?.attacks ?? 'fact')
  const go = async () => {
    const linkId = claim.place?.linkId
    if (parentId === null || linkId === undefined) return
    const place = { parentId, relation, attacks: relation === 'opposes' ? attacks : undefined }
    const moved = await store.ask(() =>
      how === 'move'
        ? debatesApi.claims.move({ id: linkId, ...place })
        : debatesApi.claims.link({ id: claim.id, ...place }),
    )
    if (!moved) return
    onClose()
    await store.show()
    const run = () => void undoLastChange(debateId).then(() => store.show())
    notify({ text: how === 'move' ? 'Moved' : 'Linked', action: { label: 'Undo', run } })
  }
  return (
    <Dialog
      title={TITLES[how]}
      description="Votes on its truth stay. Whether it matters is asked anew where it comes to hang."
      open
      onOpenChange={(open) => open || onClose()}
    >
      <ClaimPicker
        label="To which claim"
        chosen={parentId}
        onChoose={setParentId}
        may={({ id }) => id !== claim.id && (how === 'move' || id !== claim.place?.parentId)}
      />
      <RelationChoice relations={relationsOf(claim.kind)} value={relation} onChange={setRelation} />
      {relation === 'opposes' && <AttackChoice value={attacks} onChange={setAttacks} />}
      <DialogFoot>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" disabled={parentId === null} onClick={() => void go()}>
          {how === 'move' ? 'Move it' : 'Hang it there'}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
