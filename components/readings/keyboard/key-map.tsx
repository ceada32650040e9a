'use client'

import { useEffect, useState } from 'react'
import { isTyping } from '@/components/keyboard/is-typing'
import { keysAreOn, setKeysOn } from '@/components/keyboard/key-switch'
import { listenForKeys } from '@/components/keyboard/letter-keys'
import { IconButton } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

const KEYS: readonly {
  readonly about: string
  readonly keys: readonly { readonly does: string; readonly keys: readonly string[] }[]
}[] = [
  {
    about: 'Notes',
    keys: [
      { does: 'Next, previous unread', keys: ['n', 'p'] },
      { does: 'Next, previous note', keys: ['j', 'k'] },
      { does: 'Next unresolved', keys: ['u'] },
      { does: 'Reply', keys: ['r'] },
      { does: 'Resolve or reopen', keys: ['e'] },
      { does: 'Tags of your note', keys: ['t'] },
      { does: 'Close, back to the text', keys: ['Esc'] },
    ],
  },
  {
    about: 'The text, without a mouse',
    keys: [
      { does: 'Choose words by keyboard', keys: ['m'] },
      { does: 'Next, previous paragraph', keys: ['↓', '↑'] },
      { does: 'Next, previous sentence', keys: ['→', '←'] },
      { does: 'Choose more', keys: ['Shift', '→'] },
    ],
  },
  {
    about: 'With words chosen',
    keys: [
      { does: 'Highlight', keys: ['h'] },
      { does: 'Comment', keys: ['c'] },
      { does: 'Note, support, oppose, nuance, question', keys: ['1', '…', '5'] },
    ],
  },
  {
    about: 'Everywhere',
    keys: [
      { does: 'Go to anything, run anything', keys: ['Ctrl', 'K'] },
      { does: 'This list', keys: ['?'] },
      { does: 'Post what you write', keys: ['Ctrl', 'Enter'] },
    ],
  },
]

/** All keys of the reading room, and the switch that turns the single letters off. */
export function KeyMap() {
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(true)

  useEffect(() => {
    setOn(keysAreOn())
    return listenForKeys(window, {
      '?': (event) => {
        if (!isTyping(event)) setOpen(true)
      },
    })
  }, [])

  return (
    <>
      <IconButton
        className="hide-s key-map"
        icon="keyboard"
        label="Keyboard"
        onClick={() => setOpen(true)}
      />
      <Dialog title="Keyboard" size="wide" open={open} onOpenChange={setOpen}>
        {KEYS.map(({ about, keys }) => (
          <KeyGroup key={about} about={about} keys={keys} />
        ))}
        <label className="look-row small">
          <span>
            Single letters act as keys. Turn this off if you speak or switch to your device.
          </span>
          <input
            type="checkbox"
            className="switch"
            checked={on}
            onChange={(event) => {
              setKeysOn(event.target.checked)
              setOn(event.target.checked)
            }}
          />
        </label>
      </Dialog>
    </>
  )
}

function KeyGroup({ about, keys }: (typeof KEYS)[number]) {
  return (
    <section className="key-group">
      <h3 className="label">{about}</h3>
      <dl className="keys">
        {keys.map((line) => (
          <div key={line.does}>
            <dt>{line.does}</dt>
            <dd>
              {line.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
