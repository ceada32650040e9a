import { WordChanges } from '@/components/annotations/placement/word-changes'
import { Icon } from '@/components/ui/icon'
import { type Hanging, type HangingNote, notesOfPart } from '@/lib/revisions/change-notes'
import type { Changed, SectionChanges, Unchanged } from '@/lib/revisions/changes'
import { textDirection } from '@/lib/text/direction'
import { ChangeNotes } from './change-notes'

type Reading = {
  readonly slug: string
  readonly language: string
  readonly direction: string | null
}
type Props = {
  readonly sections: readonly SectionChanges[]
  readonly hanging: Hanging<HangingNote>
  readonly reading: Reading
  /** Of the later revision. */
  readonly text: string
}

/** Every section in which something changed: what went and came, with what stayed folded between. */
export function ChangedSections({ sections, ...rest }: Props) {
  const changed = sections.filter(({ count }) => count > 0)
  const untouched = sections.length - changed.length
  return (
    <div className="diff-body" id="changes">
      {changed.map((section) => (
        <ChangedSection key={section.sectionId} section={section} {...rest} />
      ))}
      {changed.length === 0 && (
        <p className="muted">
          The words are the same. What changed is how they are set, or a picture.
        </p>
      )}
      {changed.length > 0 && untouched > 0 && (
        <p className="meta diff-rest">
          {untouched === 1 ? '1 section' : `${untouched} sections`} unchanged
        </p>
      )}
    </div>
  )
}

function ChangedSection({
  section: { sectionId, title, state, isMoved, parts },
  hanging,
  reading,
  text,
}: Omit<Props, 'sections'> & { readonly section: SectionChanges }) {
  return (
    <section
      id={`d-${sectionId}`}
      lang={reading.language}
      dir={textDirection(reading.direction, reading.language)}
    >
      <h2>
        <WordChanges changes={title} />
      </h2>
      <SectionState state={state} isMoved={isMoved} />
      {parts.map((part) => {
        const key = `${part.kind}${part.before?.start}-${part.after?.start}`
        const notes = notesOfPart(part, hanging)
        return part.kind === 'same' ? (
          <Folded key={key} part={part} notes={notes.length} text={text} />
        ) : (
          <Change key={key} part={part} notes={notes} reading={reading} />
        )
      })}
    </section>
  )
}

function SectionState({ state, isMoved }: Pick<SectionChanges, 'state' | 'isMoved'>) {
  if (state === 'gone') return <p className="meta diff-state">This section is gone.</p>
  if (state === 'come') return <p className="meta diff-state">This section is new.</p>
  return isMoved ? <p className="meta diff-state">This section stands elsewhere now.</p> : null
}

function Folded({
  part,
  notes,
  text,
}: {
  readonly part: Unchanged
  readonly notes: number
  readonly text: string
}) {
  const { sentences, paragraphs } = part
  const what = paragraphs > 0 ? counted(paragraphs, 'paragraph') : counted(sentences, 'sentence')
  return (
    <details className="unchanged">
      <summary>
        <Icon name="expand" size={12} />
        {what} unchanged{notes > 0 && `, ${counted(notes, 'note')}`}
      </summary>
      {linesOf(text.slice(part.after.start, part.after.end)).map(({ at, words }) => (
        <p key={at} className="chg-text">
          {words}
        </p>
      ))}
    </details>
  )
}

function Change({
  part,
  notes,
  reading,
}: {
  readonly part: Changed
  readonly notes: readonly HangingNote[]
  readonly reading: Reading
}) {
  return (
    <div className="chg">
      <p className="chg-text">
        <WordChanges changes={part.words} />
        {part.moved && (
          <span className="meta chg-moved">
            {part.moved === 'here' ? 'Moved here' : 'Moved elsewhere'}
          </span>
        )}
      </p>
      <ChangeNotes notes={notes} slug={reading.slug} />
    </div>
  )
}

function linesOf(text: string) {
  let from = 0
  return text.split('\n').map((words) => {
    const at = from
    from += words.length + 1
    return { at, words }
  })
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`
}
