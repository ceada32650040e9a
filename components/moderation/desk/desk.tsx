'use client'

import { useEffect, useState } from 'react'
import { useLetterKey } from '@/components/keyboard/use-letter-key'
import type { DeskPanel } from '@/components/moderation/desk-words'
import type { HouseRules } from '@/lib/moderation/contract/house-rules'
import type { ItemShape } from '@/lib/moderation/contract/review'
import type { DeskAddress, DeskPage } from '@/lib/pages/review'
import { DecisionBar } from './decision-bar'
import { DeskItem } from './desk-item'
import { DeskList } from './desk-list'
import { DeskViews } from './desk-views'
import { type DeskState, useDesk } from './use-desk'

type Person = { readonly id: string; readonly name: string }

type DeskProps = {
  readonly group: { readonly id: string; readonly name: string; readonly slug: string }
  readonly me: Person
  readonly address: DeskAddress
  readonly first: DeskPage
  readonly rules: HouseRules
  readonly leaders: readonly Person[]
  /** When the page was made, so that server and browser say the same. */
  readonly madeAt: string
}

/** What waits in a group: parts of the queue, the queue, and the item that is open with what can be decided of it. */
export function Desk({ group, me, address, first, rules, leaders, madeAt }: DeskProps) {
  const desk = useDesk({ groupId: group.id, personId: me.id, address }, first)
  const { panel, show, chosen, toggle, about, decidable, go, decide } = useChoice(desk)
  const [now, setNow] = useState(() => new Date(madeAt))
  useEffect(() => setNow(new Date()), [])
  useDeskKeys({ desk, about: decidable, panel, show, decide, toggle })

  return (
    <div className="desk" data-open={desk.open ? '' : undefined}>
      <DeskViews
        slug={group.slug}
        address={address}
        counts={desk.counts}
        countedTo={desk.countedTo}
      />
      <DeskList
        desk={desk}
        address={address}
        now={now}
        chosen={chosen}
        onToggle={toggle}
        onOpen={go}
      />
      <section className="desk-open" aria-label="Decision">
        {desk.open === null ? (
          <p className="desk-state meta">
            {desk.items.length === 0
              ? 'Nothing is open.'
              : 'Choose something to decide, or press j.'}
          </p>
        ) : (
          <>
            <DeskItem
              key={desk.open.id}
              item={desk.open}
              group={group}
              me={me}
              now={now}
              onClose={() => go(null)}
              onStep={desk.step}
            />
            <DecisionBar
              key={`${desk.open.id}-bar`}
              items={about}
              panel={panel}
              rules={rules.rules}
              leaders={leaders}
              meanwhile={desk.meanwhile?.text ?? null}
              isBusy={desk.isBusy}
              onPanel={show}
              onDecide={(said) => void decide(decidable, said)}
              onSet={(change, text) => desk.open && void desk.set(desk.open, change, text)}
              onNext={() => desk.step(1)}
            />
          </>
        )}
      </section>
    </div>
  )
}

// What is chosen, what is asked about it, and so what a decision is about.
function useChoice(desk: DeskState) {
  const [panel, setPanel] = useState<DeskPanel | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())

  const many = desk.items.filter(({ id }) => chosen.has(id))
  const about = many.length > 0 ? many : desk.open ? [desk.open] : []
  const decidable = about.filter(({ can }) => can.decide)
  const show = (next: DeskPanel | null): boolean => {
    if (next !== null && decidable.length === 0) return false
    if (next === 'edit' && !decidable.every(({ can }) => can.decisions.includes('request-edit')))
      return false
    if (next !== null && desk.open) void desk.claim(desk.open)
    if (next === null && panel !== null && desk.open) desk.release(desk.open)
    setPanel(next)
    return true
  }
  const toggle = (item: ItemShape) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(item.id)) next.add(item.id)
      return next
    })
  const go = (id: string | null) => {
    show(null)
    desk.setOpenId(id)
  }
  const decide: DeskState['decide'] = async (items, said) => {
    const done = await desk.decide(items, said)
    if (!done) return false
    setPanel(null)
    setChosen(new Set())
    return true
  }
  return { panel, show, chosen, toggle, about, decidable, go, decide }
}

function useDeskKeys({
  desk,
  about,
  panel,
  show,
  decide,
  toggle,
}: {
  readonly desk: DeskState
  readonly about: readonly ItemShape[]
  readonly panel: DeskPanel | null
  readonly show: (panel: DeskPanel | null) => boolean
  readonly decide: DeskState['decide']
  readonly toggle: (item: ItemShape) => void
}): void {
  const step = (by: 1 | -1) => {
    if (panel !== null) show(null)
    return desk.step(by)
  }
  const now = (kind: 'approve' | 'resolve') => {
    const fits = about.every(({ can }) => can.decisions.includes(kind))
    if (about.length === 0 || !fits || desk.isBusy) return false
    void decide(about, { kind })
    return true
  }
  useLetterKey('j', () => step(1))
  useLetterKey('k', () => step(-1))
  useLetterKey('a', () => now('approve'))
  useLetterKey('e', () => now('resolve'))
  useLetterKey('d', () => show('hide'))
  useLetterKey('q', () => show('edit'))
  useLetterKey('m', () => show('assign'))
  useLetterKey('.', () => show('more'))
  useLetterKey('u', () => desk.undo())
  useLetterKey('x', () => {
    if (desk.open) toggle(desk.open)
    return desk.open !== null
  })
}
