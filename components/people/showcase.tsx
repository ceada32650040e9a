import { KindChip } from '@/components/annotations/card/kind-chip'
import { Avatar } from '@/components/ui/avatar'
import type { Disagreement } from '@/lib/showcase/disagreement'

/** A page from a reading with what two people say in its margin; a quiet word where there is none to show. */
export function Showcase({ shown }: { readonly shown: Disagreement | null }) {
  if (shown === null) {
    return (
      <aside className="access-show" aria-label="What this is">
        <p className="access-motto">
          A text in the middle, what you think of it in the margin, and whoever reads with you.
        </p>
      </aside>
    )
  }
  const { title, before, passage, after, note, reply } = shown
  return (
    <aside className="access-show" aria-label="A page from a reading">
      <div className="access-page">
        <h2>{title}</h2>
        <p>
          {before}
          <span className="access-passage">
            <mark className="hl near" data-level="1">
              {passage}
            </mark>
          </span>
          {after}
        </p>
      </div>
      <article className="access-note">
        <div className="byline">
          <Avatar name={note.name} />
          <span className="name" dir="auto">
            {note.name}
          </span>
          <KindChip kind={note.kind} />
        </div>
        <p className="body" dir="auto">
          {note.text}
        </p>
        {reply && (
          <div className="access-reply">
            <div className="byline">
              <Avatar name={reply.name} size={20} />
              <span className="name" dir="auto">
                {reply.name}
              </span>
            </div>
            <p className="body" dir="auto">
              {reply.text}
            </p>
          </div>
        )}
      </article>
    </aside>
  )
}
