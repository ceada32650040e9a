import { relationMeta } from '@/components/debates/relations'
import { Icon } from '@/components/ui/icon'
import { RELATIONS } from '@/lib/debates/claim'
import { CONTESTED_FROM } from '@/lib/measures/contested'
import type { MapMode } from './lens'

/** What the signs of the map mean. */
export function MapLegend({ mode }: { readonly mode: MapMode }) {
  return (
    <p className="legend meta">
      {RELATIONS.map((relation) => {
        const { icon, does, className } = relationMeta(relation)
        return (
          <span key={relation} className={className}>
            <Icon name={icon} size={10} />
            {does}
          </span>
        )
      })}
      <span>Thicker line: more votes</span>
      <span>
        <i className="dashkey" />
        no evidence yet
      </span>
      <span>
        <i className="hotkey" />
        contested from {CONTESTED_FROM}, of what you voted on
      </span>
      {mode === 'computed' && <span>Number and bar: computed</span>}
    </p>
  )
}
