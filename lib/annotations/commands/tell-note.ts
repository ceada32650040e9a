import 'server-only'
import type { Db } from '@/lib/db/client'
import { tellPeople } from '@/lib/notifications/news'
import type { SignedIn } from '@/lib/policy/actor'
import type { AnnotationFacts } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'
import type { DocNode } from '@/lib/text/doc-node'
import { mentionedIds } from '@/lib/threads/mentions'

export type ToldNote = {
  readonly id: string
  readonly readingId: string
  readonly groupId: string | null
  readonly facts: AnnotationFacts
  readonly doc: DocNode | null
  readonly at: Date
  /** It was told before: only who is named in it anew is told. */
  readonly namedOnly: boolean
}

/** Tells of a note whom it names and who watches its place. A private one concerns nobody else. */
export async function tellOfNote(
  tx: Db,
  { personId }: Pick<SignedIn, 'personId'>,
  note: ToldNote,
): Promise<void> {
  const { id, readingId, groupId, facts, doc, at, namedOnly } = note
  if (facts.visibility === 'private') return
  await tellPeople(
    tx,
    {
      kind: 'posted',
      eventKey: `note/${id}`,
      subjectId: id,
      actorId: personId,
      threadId: id,
      replyId: null,
      readingId,
      groupId,
      mentioned: doc === null ? [] : [...mentionedIds(doc)],
      answered: [],
      answersRoot: false,
      namedOnly,
      at,
    },
    (person) => can(person, 'annotation.see', facts),
  )
}
