'use client'

import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { notify } from '@/components/ui/toast'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { useDebate, useDebateStore } from './debate-context'
import type { Asked } from './debate-state'
import { debatesApi } from './debates-api'
import { undoLastChange } from './undo-last'

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
  const { id, can, place, parents } = claim
  const ask = (how: Asked['how']) => () => store.askAbout({ about: claim, how })
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
    <Menu trigger={<IconButton icon="more" label="More on this claim" size="xs" />}>
      {can.edit && (
        <MenuItem icon="edit" onSelect={onEdit}>
          Edit
        </MenuItem>
      )}
      {can.forecast && (
        <MenuItem icon="forecast" onSelect={ask('forecast')}>
          Ask how likely it is
        </MenuItem>
      )}
      {can.move && place && (
        <>
          <MenuItem icon="move" onSelect={ask('move')}>
            Move…
          </MenuItem>
          <MenuItem icon="link" onSelect={ask('link')}>
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
          <MenuItem icon="copy" onSelect={ask('merge')}>
            Merge with its like…
          </MenuItem>
          <MenuItem icon="columns" onSelect={ask('split')}>
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
  )
}
