'use client'

import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

type TabsProps = {
  readonly label: string
  readonly defaultValue: string
  readonly tabs: readonly {
    readonly value: string
    readonly label: string
    readonly count?: number
    readonly panel: ReactNode
  }[]
}

/** Panels of which one is shown; arrows move between the tabs. */
export function Tabs({ label, defaultValue, tabs }: TabsProps) {
  return (
    <Base.Root defaultValue={defaultValue}>
      <Base.List className="tabs" aria-label={label}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value}>
            {tab.label}
            {tab.count !== undefined && <span className="n">{tab.count}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value}>
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
