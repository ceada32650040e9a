import { stanceOf } from '@/components/annotations/stances'
import { PostBody } from '@/components/threads/post-body'
import { Time } from '@/components/ui/time'
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
  now,
}: {
  readonly notes: readonly ListedNote[]
  /** The page of the reading, that a note's own address is made from. */
  readonly href: string
  readonly now: Date
}) {
  return (
    <ol>
      {notes.map(({ note, replies }) => (
        <li key={note.id} id={`n-${note.id}`}>
          <article>
            <p className="byline">
              <span className="name">{note.author?.name ?? 'A deleted note'}</span>
              <span className="meta">{stanceOf(note.kind).word}</span>
              <Time at={note.createdAt} now={now} />
              {note.resolution && <span className="meta">Resolved</span>}
              <a className="textlink more" href={`${href}#note=${note.id}`}>
                In the text
              </a>
            </p>
            {note.target && <blockquote className="quote">{note.target.exact}</blockquote>}
            {note.body && <PostBody body={note.body} />}
            <Replies note={note} replies={replies} now={now} />
          </article>
        </li>
      ))}
    </ol>
  )
}

function Replies({ note, replies, now }: ListedNote & { readonly now: Date }) {
  const left = note.replyCount - replies.length
  if (note.replyCount === 0) return null
  return (
    <ul className="listed-replies">
      {replies.map((reply) => (
        <li key={reply.id}>
          <p className="byline">
            <span className="name">{reply.author?.name ?? 'A deleted reply'}</span>
            <Time at={reply.createdAt} now={now} />
          </p>
          {reply.body && <PostBody body={reply.body} />}
        </li>
      ))}
      {left > 0 && <li className="meta">{left === 1 ? '1 more reply' : `${left} more replies`}</li>}
    </ul>
  )
}
