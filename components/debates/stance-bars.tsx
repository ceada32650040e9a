'use client'

import { Icon } from '@/components/ui/icon'
import { relativeTime } from '@/components/ui/relative-time'
import { Segmented } from '@/components/ui/segmented'
import { useNow } from '@/components/ui/use-now'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { changedWords, STANCES, type Stance, type StanceSummary } from '@/lib/measures/stance'
import { useDebate, useDebateStore } from './debate-context'
import { debatesApi } from './debates-api'
import { stanceMeta } from './relations'

/** How people stood when they opened the debate and stand now, and where oneself stands. */
export function StanceBars({ thesis }: { readonly thesis: ClaimShape }) {
  const summary = useDebate(({ debate }) => debate.stances)
  const may = useDebate(({ debate }) => debate.can.takeStance)
  if (!summary && !may) return null
  return (
    <div className="d-stance">
      {summary ? (
        <div className="dists">
          <Bar label="On opening" counts={summary.opening} />
          <Bar label="Now" counts={summary.now} />
          <p className="meta">{changedWords(summary)}</p>
        </div>
      ) : (
        <p className="meta dists">
          <Icon name="eye" size={14} /> How others stand appears after you have said where you do.
        </p>
      )}
      {may && <OwnStance thesis={thesis} />}
    </div>
  )
}

function Bar({ label, counts }: { readonly label: string; readonly counts: StanceSummary['now'] }) {
  return (
    <div className="dist">
      <span className="dist-l">{label}</span>
      <svg className="stackbar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {STANCES.map((stance) => (
          <rect
            key={stance}
            className={stanceMeta(stance).className}
            x={startOf(counts, stance)}
            width={shareOf(counts, stance)}
            height={6}
          />
        ))}
      </svg>
      <span className="tallies">
        {STANCES.map((stance) => {
          const { icon, className, word } = stanceMeta(stance)
          return (
            <span key={stance} className={`tally ${className}`}>
              <Icon name={icon} />
              {counts[stance]}
              <span className="vh"> {word.toLowerCase()}</span>
            </span>
          )
        })}
      </span>
    </div>
  )
}

function shareOf(counts: StanceSummary['now'], stance: Stance): number {
  const all = counts.agree + counts.unsure + counts.disagree
  return all === 0 ? 0 : (100 * counts[stance]) / all
}

function startOf(counts: StanceSummary['now'], stance: Stance): number {
  const before = STANCES.slice(0, STANCES.indexOf(stance))
  return before.reduce((sum, each) => sum + shareOf(counts, each), 0)
}

function OwnStance({ thesis: { id, stance } }: { readonly thesis: ClaimShape }) {
  const store = useDebateStore()
  const now = useNow()
  const take = async (next: Stance) => {
    const taken = await store.ask(() => debatesApi.claims.takeStance({ id, stance: next }))
    if (taken && stance === null) await store.show()
  }
  const moved = stance !== null && stance.opening !== stance.now
  return (
    <div className="d-you">
      <span className="meta">
        {stance === null && 'Where do you stand?'}
        {stance !== null && !moved && 'You stand where you stood when you opened it'}
        {stance !== null &&
          moved &&
          `You moved from ${stance.opening} ${relativeTime(new Date(stance.changedAt), now)}`}
      </span>
      <Segmented<Stance | 'none'>
        label="Where you stand"
        value={stance?.now ?? 'none'}
        onChange={(next) => {
          if (next !== 'none') void take(next)
        }}
        options={STANCES.map((each) => {
          const { word, icon, className } = stanceMeta(each)
          return {
            value: each,
            label: (
              <span className={`row ${className}`}>
                <Icon name={icon} size={10} />
                {word}
              </span>
            ),
          }
        })}
      />
    </div>
  )
}
