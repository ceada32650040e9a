import { KindChip } from '@/components/annotations/card/kind-chip'
import { PostBody } from '@/components/threads/post-body'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import type { WorkItem } from '@/lib/grading/desk'
import type { Paragraph, WorkSection } from '@/lib/grading/work'
import type { ParticipationShape } from '@/lib/participation/contract'
import { momentWordsShort } from '@/lib/time-zone'
import { verdictsOf } from './counted'

type Verdicts = ReturnType<typeof verdictsOf>

type Shown = {
  readonly verdicts: Verdicts
  readonly timeZone: string
  /** Where the reading stands in this assignment. */
  readonly roomHref: string
}

/** Somebody's work in its text: section by section, each passage with what was written on it, and whether it counts. */
export function WorkView({
  work,
  participation,
  timeZone,
  roomHref,
}: {
  readonly work: readonly WorkSection<WorkItem>[]
  readonly participation: ParticipationShape
  readonly timeZone: string
  readonly roomHref: string
}) {
  const verdicts = verdictsOf(participation)
  if (work.length === 0) {
    return (
      <EmptyState title="Nothing written yet">
        What is written for this assignment appears here, each item beside its passage.
      </EmptyState>
    )
  }
  const shown = { verdicts, timeZone, roomHref }
  return (
    <div className="work">
      {work.map((section) => (
        <section key={section.id} aria-labelledby={`work-${section.id}`}>
          <header className="spread work-head">
            <h2 className="section-title" id={`work-${section.id}`}>
              {section.title}
            </h2>
            <span className="meta">{countWords(section, verdicts)}</span>
          </header>
          {section.paragraphs.map((paragraph) => (
            <WorkParagraph key={paragraph.start} paragraph={paragraph} {...shown} />
          ))}
          {section.loose.length > 0 && (
            <ol className="work-items">
              {section.loose.map((item) => (
                <Item key={item.id} item={item} {...shown} />
              ))}
            </ol>
          )}
        </section>
      ))}
    </div>
  )
}

function countWords(section: WorkSection<WorkItem>, verdicts: Verdicts): string {
  const items = [...section.paragraphs.flatMap(({ items: inside }) => inside), ...section.loose]
  const counted = items.filter(({ id }) => verdicts.get(id)?.counted).length
  return `${counted} of ${items.length} ${items.length === 1 ? 'item counts' : 'items count'}`
}

function WorkParagraph({
  paragraph: { runs, items },
  ...shown
}: Shown & { readonly paragraph: Paragraph<WorkItem> }) {
  return (
    <div className="work-paragraph">
      <p className="work-text" dir="auto">
        {runs.map(({ text, noteIds }, n) =>
          noteIds.length > 0 ? (
            // The runs of a paragraph never change their order.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <mark key={n}>{text}</mark>
          ) : (
            text
          ),
        )}
      </p>
      <ol className="work-items">
        {items.map((item) => (
          <Item key={item.id} item={item} {...shown} />
        ))}
      </ol>
    </div>
  )
}

function Item({
  item: { id, annotationId, kind, noteKind, body, at, answersName },
  verdicts,
  timeZone,
  roomHref,
}: Shown & { readonly item: WorkItem }) {
  const verdict = verdicts.get(id)
  return (
    <li
      id={`w-${id}`}
      className={verdict && !verdict.counted ? 'work-item is-out' : 'work-item'}
      tabIndex={-1}
    >
      <p className="byline">
        {kind === 'note' ? (
          <NoteKind kind={noteKind ?? 'note'} />
        ) : (
          <span className="meta row">
            <Icon name="reply" size={14} /> Reply to {answersName}
          </span>
        )}
        <time className="meta" dateTime={at.toISOString()}>
          {momentWordsShort(at, timeZone)}
        </time>
        <a className="textlink more" href={`${roomHref}#note=${annotationId}`}>
          In the text
        </a>
      </p>
      {body ? <PostBody body={body} /> : <p className="meta">A highlight without words</p>}
      {verdict && verdict.factor < 1 && (
        <p className="work-reason">
          <Icon name="minus" size={14} />
          {verdict.counted ? verdict.reason : `Not counted: ${verdict.reason}`}
        </p>
      )}
    </li>
  )
}

function NoteKind({ kind }: { readonly kind: NonNullable<WorkItem['noteKind']> }) {
  return kind === 'note' ? <span className="meta">Note</span> : <KindChip kind={kind} />
}
