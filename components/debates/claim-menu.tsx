'use client'

import { useState } from 'react'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { notify } from '@/components/ui/toast'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { useDebate, useDebateStore } from './debate-context'
import { debatesApi } from './debates-api'
import { ForecastForm } from './forecast-form'
import { MergeDialog } from './merge-dialog'
import { MoveDialog } from './move-dialog'
import { SplitDialog } from './split-dialog'
import { undoLastChange } from './undo-last'

type Asked = 'move' | 'link' | 'merge' | 'split' | 'forecast' | null

/** What else may be done to a claim. */
export function ClaimMenu({
  claim,
  onEdit,
}: {
  readonly claim: ClaimShape
  readonly onEdit: () => void
}) {
  const store = useDebateStore()
  const debateId = useDebate(({ debate }) => debate.id)
  const [asked, setAsked] = useState<Asked>(null)
  const { id, can, place, parents } = claim
  const close = () => setAsked(null)
  if (
    !Object.values({ ...can, reply: false, answer: false, vote: false, cite: false }).some(Boolean)
  ) {
    return null
  }
  const archive = async () => {
    if (!(await store.ask(() => debatesApi.claims.archive({ id })))) return
    await store.show()
    const run = () => void undoLastChange(debateId).then(() => store.show())
    notify({ text: 'Put away', action: { label: 'Undo', run } })
  }
  const withdraw = async () => {
    if (!(await store.ask(() => debatesApi.claims.withdraw({ id })))) return
    const run = () => void store.ask(() => debatesApi.claims.restore({ id }))
    notify({ text: 'Withdrawn', action: { label: 'Undo', run } })
  }
  const unlink = async (linkId: string) => {
    if (await store.ask(() => debatesApi.claims.unlink({ id: linkId }))) await store.show()
  }
  return (
    <>
      <Menu trigger={<IconButton icon="more" label="More on this claim" size="xs" />}>
        {can.edit && (
          <MenuItem icon="edit" onSelect={onEdit}>
            Edit
          </MenuItem>
        )}
        {can.forecast && (
          <MenuItem icon="forecast" onSelect={() => setAsked('forecast')}>
            Ask how likely it is
          </MenuItem>
        )}
        {can.move && place && (
          <>
            <MenuItem icon="move" onSelect={() => setAsked('move')}>
              Move…
            </MenuItem>
            <MenuItem icon="link" onSelect={() => setAsked('link')}>
              Hang it on another, too…
            </MenuItem>
          </>
        )}
        {can.move && place && parents > 1 && (
          <MenuItem icon="close" onSelect={() => void unlink(place.linkId)}>
            Take it from here
          </MenuItem>
        )}
        {can.arrange && (
          <>
            <MenuItem icon="copy" onSelect={() => setAsked('merge')}>
              Merge with its like…
            </MenuItem>
            <MenuItem icon="columns" onSelect={() => setAsked('split')}>
              Split in two…
            </MenuItem>
            <MenuItem icon="bookmark" onSelect={() => void archive()}>
              Put away
            </MenuItem>
          </>
        )}
        {can.withdraw && !claim.withdrawn && (
          <MenuItem icon="trash" danger onSelect={() => void withdraw()}>
            Withdraw
          </MenuItem>
        )}
      </Menu>
      {asked === 'forecast' && <ForecastForm claim={claim} onClose={close} />}
      {(asked === 'move' || asked === 'link') && (
        <MoveDialog claim={claim} how={asked} onClose={close} />
      )}
      {asked === 'merge' && <MergeDialog claim={claim} onClose={close} />}
      {asked === 'split' && <SplitDialog claim={claim} onClose={close} />}
    </>
  )
}
