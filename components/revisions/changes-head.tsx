import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import type { RevisionShape } from '@/lib/revisions/contract'
import { dayAndTime } from './moments'
import { RevisionCrumbs } from './revision-crumbs'

/** Which two revisions are compared, who made the later one and why, and the ways on. */
export function ChangesHead({
  reading,
  from,
  to,
  others,
  sections,
  waiting,
}: {
  readonly reading: { readonly slug: string; readonly title: string }
  readonly from: RevisionShape
  readonly to: RevisionShape
  readonly others: readonly RevisionShape[]
  readonly sections: readonly { readonly count: number }[]
  readonly waiting: number
}) {
  const base = `/readings/${reading.slug}`
  const compared = others.some(({ id }) => id === from.id) ? others : [from, ...others]
  return (
    <header className="rev-head">
      <RevisionCrumbs reading={reading} />
      <h1 className="page-title">What changed in revision {to.number}</h1>
      <div className="rev-line">
        <nav className="seg" aria-label="Compare with">
          {compared.map(({ id, number }) => (
            <Link
              key={id}
              href={`${base}/revisions/changes?from=${number}&to=${to.number}`}
              aria-current={id === from.id ? 'true' : undefined}
            >
              With revision {number}
            </Link>
          ))}
        </nav>
        <p className="meta">
          {to.createdBy.name}, {dayAndTime(to.createdAt)}
          {to.message !== '' && <>: “{to.message}”</>}
        </p>
        <ButtonLink
          className="push"
          icon="book"
          href={to.isCurrent ? base : `${base}/revisions/${to.number}`}
        >
          Read revision {to.number}
        </ButtonLink>
      </div>
      <nav className="tabs" aria-label="Parts">
        <a href="#changes" aria-current="true">
          Changes <span className="n">{changesWords(sections)}</span>
        </a>
        {waiting > 0 && (
          <Link href={`${base}/anchors`}>
            Notes to review <span className="count">{waiting}</span>
          </Link>
        )}
        {to.report && (
          <>
            <span className="hide-s">
              Moved by themselves <span className="n">{to.report.moved + to.report.changed}</span>
            </span>
            <span className="hide-s">
              Untouched <span className="n">{to.report.exact}</span>
            </span>
          </>
        )}
      </nav>
    </header>
  )
}

function changesWords(sections: readonly { readonly count: number }[]): string {
  const changed = sections.filter(({ count }) => count > 0)
  const all = changed.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return 'none'
  return `${all} in ${changed.length === 1 ? '1 section' : `${changed.length} sections`}`
}
