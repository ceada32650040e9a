import Link from 'next/link'
import type { ListedNote } from '@/components/annotations/plain/note-list'
import { SectionNotes } from '@/components/annotations/plain/section-notes'
import type { RevisionShape } from '@/lib/revisions/contract'
import { dayAndTime } from './moments'
import { RevisionCrumbs } from './revision-crumbs'

/** Above a text as it was: which revision this is, that it is not the present one, and the ways there. */
export function PastHead({
  reading,
  revision,
  whole,
  href,
}: {
  readonly reading: {
    readonly slug: string
    readonly title: string
    readonly currentRevision: { readonly number: number } | null
  }
  readonly revision: RevisionShape
  /** The notes on the reading as a whole. */
  readonly whole: { readonly notes: readonly ListedNote[]; readonly total: number }
  /** The present text. */
  readonly href: string
}) {
  const { number, createdAt, createdBy, message } = revision
  const newest = reading.currentRevision?.number ?? number
  return (
    <header className="text-head">
      <RevisionCrumbs reading={reading} />
      <h1>{reading.title}</h1>
      <div className="banner past-banner" role="note">
        <p>
          <b>
            This is revision {number} of {newest}, as it stood.
          </b>{' '}
          {createdBy.name}, {dayAndTime(createdAt)}
          {message !== '' && <>: “{message}”</>}
        </p>
        <p className="row">
          <Link href={href}>Read the present text</Link>
          <Link href={`/readings/${reading.slug}/revisions/changes?from=${number}&to=${newest}`}>
            What changed since
          </Link>
        </p>
      </div>
      <SectionNotes
        notes={whole.notes}
        total={whole.total}
        href={href}
        moreHref={href}
        on="the whole reading"
      />
    </header>
  )
}
