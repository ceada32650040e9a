'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFoot } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { useDebate, useDebateStore } from './debate-context'
import { listKey } from './debate-state'
import { debatesApi } from './debates-api'

/** The two halves of a claim that says two things, and which answers go with the second. */
export function SplitDialog({
  claim,
  onClose,
}: {
  readonly claim: ClaimShape
  readonly onClose: () => void
}) {
  const store = useDebateStore()
  const keys = useDebate(({ lists }) => lists.get(listKey(claim.id, 'any'))?.keys)
  const claims = useDebate((state) => state.claims)
  const [first, setFirst] = useState(claim.text)
  const [second, setSecond] = useState('')
  const [going, setGoing] = useState<readonly string[]>([])
  const split = async () => {
    const { id, version } = claim
    const halves = { id, version, first, second, childLinkIds: [...going] }
    if (!(await store.ask(() => debatesApi.claims.split(halves)))) return
    onClose()
    await store.show()
  }
  return (
    <Dialog
      title="Split in two"
      description="Votes on its truth stay with the first half: nobody has judged the second alone."
      open
      onOpenChange={(open) => open || onClose()}
    >
      <TextArea
        label="First half"
        rows={2}
        value={first}
        onChange={({ target }) => setFirst(target.value)}
      />
      <TextArea
        label="Second half"
        rows={2}
        value={second}
        onChange={({ target }) => setSecond(target.value)}
      />
      {keys && keys.length > 0 && (
        <fieldset className="picker">
          <legend className="label">Which answers go with the second</legend>
          {keys.map((key) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={going.includes(key)}
                onChange={({ target }) =>
                  setGoing(target.checked ? [...going, key] : going.filter((one) => one !== key))
                }
              />
              <span>{claims.get(key)?.text}</span>
            </label>
          ))}
        </fieldset>
      )}
      <DialogFoot>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          disabled={first.trim() === '' || second.trim() === ''}
          onClick={() => void split()}
        >
          Split it
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
