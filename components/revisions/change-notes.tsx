import { KindMark } from '@/components/annotations/card/kind-chip'
import type { HangingNote } from '@/lib/revisions/change-notes'
import { excerpt } from '@/lib/text/excerpt'

const SHOWN = 5
const WORDS = 70

/** Beside a change: the notes that stand on it, each a way to the note itself. */
export function ChangeNotes({
  notes,
  slug,
}: {
  readonly notes: readonly HangingNote[]
  readonly slug: string
}) {
  if (notes.length === 0) return null
  const unsure = notes.filter(({ needsLook }) => needsLook).length
  return (
    <aside className="chg-notes" aria-label="Notes on this change">
      <p className="stands">
        {notes.length === 1 ? '1 note stands on this' : `${notes.length} notes stand on this`}
      </p>
      {unsure > 0 && <span className="need">{`${unsure} to review`}</span>}
      <ul>
        {notes.slice(0, SHOWN).map(({ id, kind, authorName, words }) => (
          <li key={id}>
            <a className="rn" href={`/readings/${slug}#note=${id}`}>
              <KindMark kind={kind} />
              <span>
                <b>{authorName}</b> {excerpt(words, WORDS)}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {notes.length > SHOWN && <p className="meta">and {notes.length - SHOWN} more</p>}
    </aside>
  )
}
