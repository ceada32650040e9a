import type { ReactNode } from 'react'
import type { TopologyShape } from '@/lib/debates/contract/debates'
import { passageOf, type TopologySection } from './topology-section'

/** What stands out, each with the way to its passage and to its debate. */
export function PointList({
  title,
  points,
  scored,
  sections,
  reading,
  children,
}: {
  readonly title: string
  readonly points: TopologyShape['contested']
  /** What its score is called; left out where there is none. */
  readonly scored?: string
  readonly sections: readonly TopologySection[]
  readonly reading: string
  readonly children: ReactNode
}) {
  const id = `t-${title.toLowerCase().replaceAll(' ', '-')}`
  return (
    <section aria-labelledby={id}>
      <h2 className="section-title" id={id}>
        {title}
      </h2>
      <p className="meta">{children}</p>
      {points.length === 0 && <p className="meta">Nothing.</p>}
      <ul className="points">
        {points.map((point) => {
          const section = sections.find(({ id }) => id === point.sectionId)
          return (
            <li key={point.claimId}>
              <a href={section?.debate ?? reading}>{point.text}</a>
              <p className="meta num">
                <a href={passageOf(reading, point)}>{section?.title ?? 'In the text'}</a> ·{' '}
                {point.voters} voted
                {scored && point.score !== null && ` · ${scored} ${point.score.toFixed(2)}`}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
