'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { copyWords } from '@/components/ui/copy-words'
import { Dialog, DialogClose, DialogFoot } from '@/components/ui/dialog'
import { ignoreErrors } from '@/components/ui/ignore-errors'
import { notify } from '@/components/ui/toast'
import { assignmentsApi } from './assignments-api'

type State =
  | { readonly kind: 'asking' | 'none' | 'made' }
  | { readonly kind: 'shown'; readonly address: string }

/** The secret address under which a calendar program reads what is due: made, shown once, made anew, taken back. */
export function CalendarAddress() {
  const [state, setState] = useState<State>({ kind: 'asking' })
  const { calendar } = assignmentsApi
  const begin = (open: boolean) => {
    if (!open) return
    setState({ kind: 'asking' })
    ignoreErrors(calendar.get(), ({ feed }) => setState({ kind: feed ? 'made' : 'none' }))
  }
  async function told(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : 'That did not work.' })
    }
  }
  const make = () =>
    told(async () => {
      const { path } = await calendar.open()
      setState({ kind: 'shown', address: new URL(path, location.origin).href })
    })
  const remove = () =>
    told(async () => {
      await calendar.close()
      setState({ kind: 'none' })
    })
  return (
    <Dialog
      title="Calendar"
      description="Your calendar program can read what is due for you. Whoever knows the address can, too, so keep it to yourself."
      onOpenChange={begin}
      trigger={
        <Button size="sm" icon="calendar">
          Calendar
        </Button>
      }
    >
      <div className="stack">
        {state.kind === 'shown' && (
          <p className="calendar-address">
            <code>{state.address}</code>
          </p>
        )}
        <p className="meta" role="status">
          {WORDS[state.kind]}
        </p>
        <DialogFoot>
          <DialogClose>Close</DialogClose>
          {(state.kind === 'made' || state.kind === 'shown') && (
            <Button onClick={() => void remove()}>Remove address</Button>
          )}
          {state.kind === 'shown' ? (
            <Button variant="primary" onClick={() => void copyWords(state.address)}>
              Copy
            </Button>
          ) : (
            <Button
              variant="primary"
              disabled={state.kind === 'asking'}
              onClick={() => void make()}
            >
              {state.kind === 'made' ? 'Make a new address' : 'Make an address'}
            </Button>
          )}
        </DialogFoot>
      </div>
    </Dialog>
  )
}

const WORDS: Readonly<Record<State['kind'], string>> = {
  asking: 'Looking …',
  none: 'There is no address yet.',
  made: 'There is an address already. A new one replaces it: subscribe again where you use it.',
  shown: 'Copy it now: it is shown only once.',
}
