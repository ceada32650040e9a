'use client'

import { useDebate, useDebateStore } from './debate-context'
import { ForecastForm } from './forecast-form'
import { MergeDialog } from './merge-dialog'
import { MoveDialog } from './move-dialog'
import { SplitDialog } from './split-dialog'

/** The window that asks something about a claim, if one is open. */
export function ClaimDialogs() {
  const store = useDebateStore()
  const asked = useDebate((state) => state.asked)
  if (!asked) return null
  const { about: claim, how } = asked
  const onClose = () => store.askAbout(null)
  switch (how) {
    case 'forecast':
      return <ForecastForm claim={claim} onClose={onClose} />
    case 'merge':
      return <MergeDialog claim={claim} onClose={onClose} />
    case 'split':
      return <SplitDialog claim={claim} onClose={onClose} />
    case 'move':
    case 'link':
      return <MoveDialog claim={claim} how={how} onClose={onClose} />
  }
}
