import { PlaceLine } from '@/components/annotations/placement/place-line'
import { kindMeta } from '@/components/room/kind-meta'
import type { RoomGroup } from '@/components/room/state'
import { PostBody } from '@/components/threads/post-body'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { roleWord } from '@/lib/groups/role'
import type { ReplyShape } from '@/lib/threads/contract/threads'

export type ListedNote = {
  readonly note: AnnotationShape
  readonly replies: readonly ReplyShape[]
}

/** Notes with their replies as plain numbered text: on paper, and where no script runs. */
export function NoteList({
  notes,
  staff = [],
  href,
}: {
  readonly notes: readonly ListedNote[]
  /** Who leads the course: their role stands beside their names. */
  readonly staff?: Staff | undefined
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
              <Role of={note.author?.id} staff={staff} />
              <span className="meta">{kindMeta(note.kind).word}</span>
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
            <Replies note={note} replies={replies} staff={staff} />
          </article>
        </li>
      ))}
    </ol>
  )
}

type Staff = NonNullable<RoomGroup['staff']>

function Role({ of, staff }: { readonly of: string | undefined; readonly staff: Staff }) {
  const role = staff.find(({ id }) => id === of)?.role
  return role ? <span className="badge staff-badge">{roleWord(role, 'course')}</span> : null
}

function Replies({ note, replies, staff }: ListedNote & { readonly staff: Staff }) {
  const left = note.replyCount - replies.length
  if (note.replyCount === 0) return null
  return (
    <ul className="listed-replies">
      {replies.map((reply) => (
        <li key={reply.id}>
          <p className="byline">
            <span className="name">{reply.author?.name ?? 'A deleted reply'}</span>
            <Role of={reply.author?.id} staff={staff} />
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
