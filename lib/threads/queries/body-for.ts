import 'server-only'
import { actorsById } from '@/lib/auth/actor-query'
import type { AnnotationFacts, ThreadFacts } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'
import { parsePostDoc, postText } from '@/lib/text/post-schema'
import type { BodyInput } from '@/lib/threads/contract/posts'
import { mentionedIds, withMentions } from '@/lib/threads/mentions'
import { bodyFrom, type PostBody } from '@/lib/threads/post-body'

/**
 * The body to keep in a thread: people are mentioned in it by their own names, and only those who may see the thread; for a note that is
 * private yet, those who would see it in its group. Throws as `bodyFrom`. At most one statement.
 */
export async function bodyFor(input: BodyInput, thread: ThreadFacts): Promise<PostBody> {
  const body = bodyFrom(input)
  const ids = mentionedIds(body.doc)
  const people = await actorsById([...ids])
  const seen = { ...thread, annotation: thread.annotation && shared(thread.annotation) }
  const names = new Map(
    people
      .filter((person) => can(person, 'thread.see', seen))
      .map(({ personId, name }) => [personId, name]),
  )
  const doc = parsePostDoc(withMentions(body.doc, names))
  return { doc, text: postText(doc) }
}

function shared(note: AnnotationFacts): AnnotationFacts {
  return note.visibility === 'private' && note.group !== null
    ? { ...note, visibility: 'group' }
    : note
}
