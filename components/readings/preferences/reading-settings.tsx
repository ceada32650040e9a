'use client'

import { useState } from 'react'
import { useRoom } from '@/components/room/context'
import { Button, IconButton } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { Popover } from '@/components/ui/popover'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import {
  DEFAULT_LOOK,
  LOOK_CHOICES,
  type ReadingPreferences,
  stepped,
  withPart,
} from '@/lib/readings/reading-preferences'
import { printsPrivate, setPrintsPrivate } from './print-private'
import { savePreferences, shownPreferences } from './saved-preferences'

const FONTS: Readonly<Record<ReadingPreferences['font'], string>> = {
  'source-serif': 'Source Serif',
  literata: 'Literata',
  inter: 'Inter',
  atkinson: 'Atkinson Hyperlegible',
  lexend: 'Lexend',
  opendyslexic: 'OpenDyslexic',
}

/** How the text looks; what is chosen shows at once in the text behind. `inBar`: at the foot of a phone. */
export function ReadingSettings({ inBar = false }: { readonly inBar?: boolean }) {
  const signedIn = useRoom((room) => room.me !== null)
  const [look, setLook] = useState(DEFAULT_LOOK)
  const choose = (next: ReadingPreferences) => {
    savePreferences(next, signedIn)
    setLook(next)
  }
  return (
    <Popover
      title="How the text looks"
      className="look"
      onOpenChange={(open) => open && setLook(shownPreferences())}
      trigger={
        <button
          type="button"
          className={inBar ? undefined : buttonClass({ iconOnly: true, className: 'hide-s' })}
          aria-label="Reading settings"
          title="Reading settings"
        >
          <span className="aa" aria-hidden="true">
            Aa
          </span>
          {inBar && <span aria-hidden="true">Text</span>}
        </button>
      }
    >
      <div className="look-row">
        <span>Typeface</span>
        <Select
          aria-label="Typeface"
          value={look.font}
          onChange={(event) => choose(withPart(look, 'font', event.target.value))}
          options={LOOK_CHOICES.font.map((font) => ({ value: font, label: FONTS[font] }))}
        />
      </div>
      <div className="look-row">
        <span>Size</span>
        <span className="row">
          <IconButton
            icon="minus"
            label="Smaller"
            size="sm"
            onClick={() => choose(stepped(look, 'size', -1))}
          />
          <output className="num">{look.size}</output>
          <IconButton
            icon="plus"
            label="Larger"
            size="sm"
            onClick={() => choose(stepped(look, 'size', 1))}
          />
        </span>
      </div>
      <LookChoices look={look} onChoose={choose} />
      {signedIn && <PrivateOnPaper />}
      <Button size="sm" variant="ghost" onClick={() => choose(DEFAULT_LOOK)}>
        Reset
      </Button>
    </Popover>
  )
}

function LookChoices({
  look,
  onChoose,
}: {
  readonly look: ReadingPreferences
  readonly onChoose: (look: ReadingPreferences) => void
}) {
  return (
    <>
      <div className="look-row">
        <span>Line height</span>
        <Segmented
          label="Line height"
          value={look.leading}
          onChange={(leading) => onChoose({ ...look, leading })}
          options={LOOK_CHOICES.leading.map((value) => ({ value, label: value }))}
        />
      </div>
      <div className="look-row">
        <span>Line length</span>
        <Segmented
          label="Line length"
          value={look.measure}
          onChange={(measure) => onChoose({ ...look, measure })}
          options={[
            { value: 'narrow', label: 'Narrow' },
            { value: 'normal', label: 'Normal' },
            { value: 'wide', label: 'Wide' },
          ]}
        />
      </div>
      <label className="look-row">
        <span>More space between letters and words</span>
        <input
          type="checkbox"
          className="switch"
          checked={look.spacing === 'wide'}
          onChange={(event) =>
            onChoose({ ...look, spacing: event.target.checked ? 'wide' : 'normal' })
          }
        />
      </label>
      <label className="look-row">
        <span>Dim all but the paragraph I read</span>
        <input
          type="checkbox"
          className="switch"
          checked={look.focus === 'on'}
          onChange={(event) => onChoose({ ...look, focus: event.target.checked ? 'on' : 'off' })}
        />
      </label>
    </>
  )
}

/** Whether one's private notes are printed; they are marked as such. */
function PrivateOnPaper() {
  const [on, setOn] = useState(() => printsPrivate())
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={on}
        onChange={({ target }) => {
          setPrintsPrivate(target.checked)
          setOn(target.checked)
        }}
      />
      Print my private notes
    </label>
  )
}
