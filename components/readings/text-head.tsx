import type { ReadingShape } from '@/lib/readings/contract'
import { readingMinutes } from '@/lib/text/word-count'
import { ContinueLink } from './continue-link'
import { WholeNotes } from './whole-notes'

/** What stands above a text: what it is, how long, by whom, and what is said of it as a whole. */
export function TextHead({
  reading,
  notesHref,
  debatesHref,
  stopped,
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
}) {
  const { genre, revision, authors, sourceUrl, licence } = reading
  const facts = [
    genre,
    `${readingMinutes(revision.words)} min`,
    `revision ${revision.number}`,
  ].filter((fact) => fact !== '')
  return (
    <header className="text-head">
      <p className="meta">{facts.join(' · ')}</p>
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
        {debatesHref && (
          <a className="textlink" href={debatesHref}>
            Debates
          </a>
        )}
        {stopped && <ContinueLink {...stopped} />}
      </div>
    </header>
  )
}
