'use client'

import { useEffect, useState } from 'react'
import { useRoom, useRoomStore } from '@/components/room/context'
import { kindMeta } from '@/components/room/kind-meta'
import type { RoomState } from '@/components/room/state'
import { Field, TextField } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import type { PersonShape } from '@/lib/api/shapes'
import { KINDS, STATUSES, useFilters } from './use-filters'

/** Which notes, in which order. Each change is in the address at once. */
export function FilterFields() {
  const { filters, change } = useFilters()
  const [tag, setTag] = useState(filters.tag ?? '')
  return (
    <div className="stack">
      <Segmented
        label="Order"
        value={filters.sort}
        onChange={(sort) => change({ sort: sort === 'place' ? null : sort })}
        options={[
          { value: 'place', label: 'By place' },
          { value: 'newest', label: 'Newest' },
          { value: 'activity', label: 'Activity' },
        ]}
      />
      <CircleField value={filters.circleId ?? ''} onChange={(circle) => change({ circle })} />
      <PersonField value={filters.author ?? ''} onChange={(author) => change({ author })} />
      <Field label="Type">
        {(control) => (
          <Select
            {...control}
            value={filters.kind ?? ''}
            options={[
              { value: '', label: 'All types' },
              ...KINDS.map((kind) => ({ value: kind, label: kindMeta(kind).word })),
            ]}
            onChange={({ target }) =>
              change({ kind: KINDS.find((kind) => kind === target.value) ?? null })
            }
          />
        )}
      </Field>
      <Field label="State">
        {(control) => (
          <Select
            {...control}
            value={filters.status ?? ''}
            options={[
              { value: '', label: 'Any state' },
              { value: 'open', label: 'Open' },
              { value: 'resolved', label: 'Resolved' },
            ]}
            onChange={({ target }) =>
              change({ status: STATUSES.find((status) => status === target.value) ?? null })
            }
          />
        )}
      </Field>
      <TextField
        label="Tag"
        value={tag}
        onChange={({ target }) => {
          setTag(target.value)
          change({ tag: target.value.replace(/^#/, '').trim() || null })
        }}
      />
      <div className="row row-4">
        <Check
          label="Mine"
          checked={filters.mine ?? false}
          onChange={(mine) => change({ mine: mine || null })}
        />
        <Check
          label="Unread"
          checked={filters.unread ?? false}
          onChange={(unread) => change({ unread: unread || null })}
        />
      </div>
    </div>
  )
}

/** For staff, who see all circles of an assignment: one of them. */
function CircleField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (circle: string | null) => void
}) {
  const circles = useRoom(({ assignment }) => assignment?.circles)
  if (!circles || circles.length === 0) return null
  return (
    <Field label="Circle">
      {(control) => (
        <Select
          {...control}
          value={value}
          options={[
            { value: '', label: 'All circles' },
            ...circles.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ target }) => onChange(target.value || null)}
        />
      )}
    </Field>
  )
}

function PersonField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (author: string | null) => void
}) {
  const room = useRoomStore()
  const [known, setKnown] = useState<readonly PersonShape[]>([])
  useEffect(() => {
    const wrote = authorsOf(room.getState())
    // Without a line, those whose notes are here can still be chosen.
    room.server.people('', EVERYBODY).then(
      (people) => setKnown(byName([...people, ...wrote])),
      () => setKnown(byName(wrote)),
    )
  }, [room])
  return (
    <Field label="Person">
      {(control) => (
        <Select
          {...control}
          value={value}
          options={[
            { value: '', label: 'Everybody' },
            ...known.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ target }) => onChange(target.value || null)}
        />
      )}
    </Field>
  )
}

const EVERYBODY = 1_000

/** Who wrote what is loaded: they need not be of the group any more. */
function authorsOf({ notes }: RoomState): readonly PersonShape[] {
  return [...notes.values()].flatMap(({ author }) => author ?? [])
}

function byName(people: readonly PersonShape[]): readonly PersonShape[] {
  const once = new Map(people.map((person) => [person.id, person]))
  return [...once.values()].toSorted((a, b) => a.name.localeCompare(b.name))
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  )
}
