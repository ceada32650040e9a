import { PlaceLine } from '@/components/annotations/placement/place-line'
import { stanceOf } from '@/components/room/stances'
import { PostBody } from '@/components/threads/post-body'
import type { AnnotationShape } from '@/lib/annotations/contract'
import type { ReplyShape } from '@/lib/threads/contract/threads'

export type ListedNote = {
  readonly note: AnnotationShape
  readonly replies: readonly ReplyShape[]
}

/** Notes with their replies as plain numbered text: on paper, and where no script runs. */
export function NoteList({
  notes,
  href,
}: {
  readonly notes: readonly ListedNote[]
  /** The page of the reading, that a note's own address is made from. */
  readonly href: string
}) {
  return (
    <ol>
      {notes.map(({ note, replies }) => (
        <li
          key={note.id}
          id={`n-${note.id}`}
          className={note.visibility === 'private' ? 'is-private' : undefined}
          data-end={note.target?.end}
        >
          <article>
            <p className="byline">
              <span className="name">{note.author?.name ?? 'A deleted note'}</span>
              <span className="meta">{stanceOf(note.kind).word}</span>
              <Day at={note.createdAt} />
              {note.resolution && <span className="meta">Resolved</span>}
              {note.visibility === 'private' && <span className="meta">Only you see this</span>}
              <a className="textlink more" href={`${href}#note=${note.id}`}>
                In the text
              </a>
            </p>
            {note.place.quote !== null && (
              <blockquote className="quote">{note.place.quote}</blockquote>
            )}
            <PlaceLine place={note.place} />
            {note.body && <PostBody body={note.body} />}
            <Replies note={note} replies={replies} />
          </article>
        </li>
      ))}
    </ol>
  )
}

function Replies({ note, replies }: ListedNote) {
  const left = note.replyCount - replies.length
  if (note.replyCount === 0) return null
  return (
    <ul className="listed-replies">
      {replies.map((reply) => (
        <li key={reply.id}>
          <p className="byline">
            <span className="name">{reply.author?.name ?? 'A deleted reply'}</span>
            <Day at={reply.createdAt} />
          </p>
          {reply.body && <PostBody body={reply.body} />}
        </li>
      ))}
      {left > 0 && <li className="meta">{left === 1 ? '1 more reply' : `${left} more replies`}</li>}
    </ul>
  )
}

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** "3 days ago" would be untrue on paper tomorrow. */
function Day({ at }: { readonly at: string }) {
  return <time dateTime={at}>{DATE.format(new Date(at))}</time>
}
