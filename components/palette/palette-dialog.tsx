'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Account } from '@/components/shell/account-menu'
import { Icon } from '@/components/ui/icon'
import type { PaletteEntry, PaletteGroup } from './entries'
import { usePalette } from './use-palette'

/** A line to type in, and under it where one can go and what can be done; arrows choose, Enter goes, Escape closes. */
export function PaletteDialog({
  account,
  open,
  onOpenChange,
}: {
  readonly account: Account | null
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="palette" aria-label="Go to anything">
          <PaletteList account={account} onDone={() => onOpenChange(false)} />
          <Dialog.Close className="vh">Close</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PaletteList({
  account,
  onDone,
}: {
  readonly account: Account | null
  readonly onDone: () => void
}) {
  const [typed, setTyped] = useState('')
  const { groups, state } = usePalette(account, typed)
  const router = useRouter()

  const choose = ({ act }: PaletteEntry) => {
    onDone()
    if ('run' in act) act.run()
    // A place on this page: the browser goes there, and to what waits for it to be named.
    else if (act.href.startsWith('#')) window.location.hash = act.href
    else router.push(act.href)
  }
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filter={null}
      autoHighlight="always"
      keepHighlight
      value={typed}
      onValueChange={(next, { reason }) => {
        if (reason !== 'item-press') setTyped(next)
      }}
      itemToStringValue={({ name }: PaletteEntry) => name}
    >
      <div className="palette-head">
        <Icon name="search" />
        <Autocomplete.Input
          className="palette-input"
          aria-label="Go to a reading, section, person or setting, or run a command"
          placeholder="Go to, find or run…"
          maxLength={200}
        />
        <kbd>Esc</kbd>
      </div>
      <p className="palette-state meta" role="status">
        {state === 'searching' && 'Searching…'}
        {state === 'failed' && 'The search cannot be reached. Pages and commands still work.'}
      </p>
      <Autocomplete.List className="palette-list">
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.name} items={group.items} className="palette-group">
            <Autocomplete.GroupLabel className="palette-label">
              {group.name}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(entry: PaletteEntry) => (
                <Autocomplete.Item
                  key={entry.id}
                  value={entry}
                  className="palette-item"
                  onClick={() => choose(entry)}
                >
                  <Icon name={entry.icon} />
                  <span className="palette-name" dir="auto">
                    {entry.name}
                  </span>
                  {entry.about && (
                    <span className="meta palette-about" dir="auto">
                      {entry.about}
                    </span>
                  )}
                  {entry.keys?.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}
