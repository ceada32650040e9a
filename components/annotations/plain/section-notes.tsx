import type { ComponentProps } from 'react'
import { type ListedNote, NoteList } from './note-list'

/** The notes of a section below it, where no script shows them beside it; and on paper. */
export function SectionNotes({
  notes,
  staff,
  total,
  href,
  moreHref,
  on = 'this section',
}: {
  readonly notes: readonly ListedNote[]
  readonly staff?: ComponentProps<typeof NoteList>['staff']
  readonly total: number
  readonly href: string
  readonly moreHref: string
  /** What they are on, in words. */
  readonly on?: string
}) {
  if (total === 0) return null
  return (
    <details className="section-notes">
      <summary>
        {total === 1 ? '1 note' : `${total} notes`} on {on}
      </summary>
      <NoteList notes={notes} staff={staff} href={href} />
      {total > notes.length && (
        <p className="more">
          <a href={moreHref}>All {total}, with their replies</a>
        </p>
      )}
    </details>
  )
}
