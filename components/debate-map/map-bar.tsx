'use client'

import { useState } from 'react'
import { api } from '@/components/api-client'
import { useRoom } from '@/components/room/context'
import { Button, ButtonLink, IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { Segmented } from '@/components/ui/segmented'
import { STANCES } from '@/lib/measures/stance'
import { campLens, EVERYONE, type Lens, type MapMode, personLens } from './lens'
import { savePng, saveSvg } from './save-map'

/** What is above a map: the way back, which thesis, how it is coloured, through whose votes, files. */
export function MapBar({
  href,
  thesis,
  mode,
  onMode,
  lens,
  onLens,
  showsVoters,
}: {
  readonly href: string
  readonly thesis: {
    readonly at: number
    readonly of: number
    readonly id: string
    readonly onGo: (at: number) => void
  }
  readonly mode: MapMode
  readonly onMode: (mode: MapMode) => void
  readonly lens: Lens
  readonly onLens: (lens: Lens) => void
  readonly showsVoters: boolean
}) {
  const { at, of, onGo } = thesis
  return (
    <div className="mapbar">
      <ButtonLink variant="ghost" size="sm" icon="back" href={href}>
        Columns
      </ButtonLink>
      {of > 1 && (
        <span className="row thesis-nav">
          <span className="meta nowrap num" aria-live="polite">
            Thesis {at + 1} of {of}
          </span>
          <IconButton
            icon="left"
            size="xs"
            label="Thesis before"
            onClick={() => onGo((at + of - 1) % of)}
          />
          <IconButton
            icon="right"
            size="xs"
            label="Next thesis"
            onClick={() => onGo((at + 1) % of)}
          />
        </span>
      )}
      <span className="push row map-tools">
        <span className="hide-s">
          <Segmented
            label="What the map shows"
            value={mode}
            onChange={onMode}
            options={[
              { value: 'kind', label: 'By kind' },
              { value: 'contest', label: 'By contest' },
              { value: 'computed', label: 'Computed' },
            ]}
          />
        </span>
        <LensMenu thesisId={thesis.id} lens={lens} onLens={onLens} showsVoters={showsVoters} />
        <Menu
          trigger={
            <Button
              variant="ghost"
              size="sm"
              icon="download"
              aria-label="Export as SVG or PNG, or print"
            >
              <span>SVG, PNG</span>
            </Button>
          }
        >
          <MenuItem onSelect={() => void saveSvg()}>Save as SVG</MenuItem>
          <MenuItem onSelect={() => void savePng()}>Save as PNG</MenuItem>
          <MenuItem onSelect={() => print()}>Print</MenuItem>
        </Menu>
      </span>
    </div>
  )
}

type Person = { readonly id: string; readonly name: string }

function LensMenu({
  thesisId,
  lens,
  onLens,
  showsVoters,
}: {
  readonly thesisId: string
  readonly lens: Lens
  readonly onLens: (lens: Lens) => void
  readonly showsVoters: boolean
}) {
  const me = useRoom((state) => state.me)
  const readingId = useRoom(({ reading }) => reading.id)
  const groupId = useRoom(({ group }) => group?.id)
  const [people, setPeople] = useState<readonly Person[]>([])
  const find = () => {
    if (!showsVoters || people.length > 0) return
    // Without them, the camps and oneself can still be chosen.
    api.readings.people({ id: readingId, groupId, q: '' }).then(
      ({ items }) => setPeople(items),
      () => {},
    )
  }
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="sm" icon="people" className="hide-s" onClick={find}>
          {lens.name}
        </Button>
      }
    >
      <MenuItem onSelect={() => onLens(EVERYONE)}>{EVERYONE.name}</MenuItem>
      <MenuSeparator />
      {STANCES.map((camp) => (
        <MenuItem key={camp} onSelect={() => onLens(campLens(camp, thesisId))}>
          {campLens(camp, thesisId).name}
        </MenuItem>
      ))}
      {(me !== null || people.length > 0) && <MenuSeparator />}
      {me && (
        <MenuItem onSelect={() => onLens({ ...personLens(me), name: 'Your own votes' })}>
          Your own votes
        </MenuItem>
      )}
      {people
        .filter(({ id }) => id !== me?.id)
        .map((person) => (
          <MenuItem key={person.id} onSelect={() => onLens(personLens(person))}>
            {person.name}
          </MenuItem>
        ))}
    </Menu>
  )
}
