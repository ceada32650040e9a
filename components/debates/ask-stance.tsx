'use client'

import { Icon } from '@/components/ui/icon'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { STANCES, type Stance } from '@/lib/measures/stance'
import { useDebateStore } from './debate-context'
import { debatesApi } from './debates-api'
import { stanceMeta } from './relations'

/** Asks where one stands before one reads the others. */
export function AskStance({
  thesis,
  href,
  onSilent,
}: {
  readonly thesis: ClaimShape
  /** The debate without the question, for browsers without scripts. */
  readonly href: string
  readonly onSilent: () => void
}) {
  const store = useDebateStore()
  const take = async (stance: Stance) => {
    const taken = await store.ask(() => debatesApi.claims.takeStance({ id: thesis.id, stance }))
    if (taken) await store.show()
  }
  return (
    <div className="ask">
      <p className="ask-t" id={`ask-${thesis.id}`}>
        Where do you stand before you read the others? You can change it whenever you like, and the
        change will show.
      </p>
      <fieldset className="row ask-b" aria-labelledby={`ask-${thesis.id}`}>
        {STANCES.map((stance) => {
          const { word, icon, className } = stanceMeta(stance)
          return (
            <button
              key={stance}
              type="button"
              className={`btn btn-lg ${className}`}
              onClick={() => void take(stance)}
            >
              <Icon name={icon} size={12} />
              {word}
            </button>
          )
        })}
        <a
          className="textlink"
          href={href}
          onClick={(event) => {
            event.preventDefault()
            onSilent()
          }}
        >
          Read without saying
        </a>
      </fieldset>
    </div>
  )
}
