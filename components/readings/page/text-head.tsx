import Link from 'next/link'
import type { ReadingShape } from '@/lib/readings/contract'
import { readingMinutes } from '@/lib/text/word-count'
import { ContinueLink } from './continue-link'
import { WholeNotes } from './whole-notes'

export type RevisedSince = {
  readonly from: number
  readonly by: string
  readonly message: string
}

/** What stands above a text: what it is, how long, by whom, and what is said of it as a whole. */
export function TextHead({
  reading,
  notesHref,
  debatesHref,
  stopped,
  waiting,
  since,
}: {
  readonly reading: ReadingShape
  /** The list of its notes, for browsers without scripts. */
  readonly notesHref: string
  /** All its debates at a glance; null where there are none. */
  readonly debatesHref: string | null
  /** Where the reader stopped last time, if it was not at the beginning. */
  readonly stopped: {
    readonly offset: number
    readonly sectionId: string
    readonly title: string
  } | null
  /** How many notes wait for the reader to say where they stand. */
  readonly waiting: number
  /** The text was revised since he read it: from which revision, and what the newest is. */
  readonly since: RevisedSince | null
}) {
  const { genre, dated, revision, authors, sourceUrl, licence } = reading
  const facts = [genre, dated, `${readingMinutes(revision.words)} min`].filter(
    (fact) => fact !== '',
  )
  return (
    <header className="text-head">
      <p className="meta">
        {facts.join(' · ')} ·{' '}
        <Link href={`/readings/${reading.slug}/revisions`}>revision {revision.number}</Link>
        {reading.can.edit && (
          <>
            {' · '}
            <Link href={`/readings/${reading.slug}/edit`}>Edit the text</Link>
          </>
        )}
      </p>
      <h1>{reading.title}</h1>
      {authors.length > 0 && <p className="meta text-authors">By {authors.join(', ')}</p>}
      {(sourceUrl !== null || licence !== '') && (
        <p className="meta">
          {sourceUrl !== null && <a href={sourceUrl}>Source</a>}
          {sourceUrl !== null && licence !== '' && ' · '}
          {licence}
        </p>
      )}
      <div className="whole">
        <WholeNotes href={notesHref} />
        {waiting > 0 && (
          <Link className="textlink" href={`/readings/${reading.slug}/anchors`}>
            {waiting === 1 ? '1 note to review' : `${waiting} notes to review`}
          </Link>
        )}
        {debatesHref && (
          <a className="textlink" href={debatesHref}>
            Debates
          </a>
        )}
        {stopped && <ContinueLink {...stopped} />}
      </div>
      {since && <Since reading={reading} since={since} />}
    </header>
  )
}

function Since({
  reading,
  since,
}: {
  readonly reading: ReadingShape
  readonly since: RevisedSince
}) {
  const { from, by, message } = since
  const to = reading.revision.number
  return (
    <div className="banner since">
      <span>
        Revised by {by} since you read it{message !== '' && <>: “{message}”</>}
      </span>
      <Link href={`/readings/${reading.slug}/revisions/changes?from=${from}&to=${to}`}>
        What changed
      </Link>
    </div>
  )
}
