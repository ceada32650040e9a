// From what people wrote to what it counts: the facts that participation.ts weighs are worked out here, of all posts of an assignment at
// once, since a near copy is one of anybody's.

import type { RequiredKind } from '@/lib/assignments/required-kinds'
import type { DocNode } from '@/lib/text/doc-node'
import { nearDuplicates } from './near-duplicates'
import {
  ownWords,
  type SourceWords,
  sourceWordsOf,
  textWithoutQuotes,
  wordCount,
} from './own-words'
import {
  type Assigned,
  type Item,
  type Participation,
  type Passage,
  participationOf,
  type Removal,
} from './participation'
import { fitScheme, type Scheme } from './scheme'

/** A post as it is stored. Plain values alone: it is sent to another process. */
export type Post = {
  readonly id: string
  readonly kind: 'note' | 'reply'
  readonly authorId: string
  /** What it said and since when, the oldest first; the last is what it says now. */
  readonly versions: readonly { readonly at: Date; readonly doc: DocNode | null }[]
  readonly sectionId: string | null
  /** Of a note: what kind it is of. */
  readonly noteKind: string | null
  readonly passage: Passage | null
  readonly removal: Removal | null
  readonly answers: Item['answers']
}

/** What is evaluated at once. `text`: what is read, to tell copied words by. `people`: what was assigned to each. */
export type Work = {
  readonly posts: readonly Post[]
  readonly text: string
  readonly people: readonly Assigned[]
  readonly scheme: Scheme
}

/** The participation of each person, by id. Close to linear in the length of all posts. */
export function evaluate(work: Work): ReadonlyMap<string, Participation> {
  const source = sourceWordsOf(work.text)
  const weighed = work.posts.map((post) => weigh(post, source, work.scheme)).toSorted(byTime)
  const copies = nearDuplicates(weighed.map(({ post, own }) => ({ id: post.id, text: own })))
  const items = new Map<string, Item[]>(work.people.map(({ personId }) => [personId, []]))
  for (const { post, own, at, words } of weighed) {
    items.get(post.authorId)?.push({
      id: post.id,
      kind: post.kind,
      at,
      sectionId: post.sectionId,
      ownWords: words,
      removal: post.removal,
      duplicate: own === '' ? null : (copies.get(post.id) ?? null),
      kinds: kindsOf(post),
      passage: post.passage,
      answers: post.answers,
    })
  }
  return new Map(
    work.people.map((assigned) => {
      const { personId, sectionIds, requiredKinds } = assigned
      const fitted = fitScheme(work.scheme, {
        sections: sectionIds.length,
        kinds: requiredKinds.length,
      })
      return [personId, participationOf(items.get(personId) ?? [], assigned, fitted)]
    }),
  )
}

type Weighed = {
  readonly post: Post
  readonly own: string
  readonly words: number
  readonly at: Date
}

function byTime(one: Weighed, other: Weighed): number {
  return one.at.getTime() - other.at.getTime() || (one.post.id < other.post.id ? -1 : 1)
}

// It is as old as the first of its versions that had enough own words: what is smoothed later does not make it late.
function weigh(post: Post, source: SourceWords, { leastWords }: Scheme): Weighed {
  const own = (doc: DocNode | null) => (doc ? ownWords(textWithoutQuotes(doc), source) : '')
  const [first] = post.versions
  const now = own(post.versions.at(-1)?.doc ?? null)
  const enough = post.versions.find(({ doc }) => wordCount(own(doc)) >= leastWords)
  return {
    post,
    own: now,
    words: wordCount(now),
    at: (enough ?? first)?.at ?? new Date(0),
  }
}

function kindsOf({ kind, noteKind, versions }: Post): readonly RequiredKind[] {
  if (kind === 'reply') return ['answer']
  if (noteKind === 'question') return ['question']
  const sourced: readonly RequiredKind[] = hasLink(versions.at(-1)?.doc ?? null)
    ? ['claim-with-source']
    : []
  return noteKind === 'oppose' ? ['counter-argument', ...sourced] : sourced
}

function hasLink(doc: DocNode | null): boolean {
  if (!doc) return false
  return (
    doc.marks?.some(({ type }) => type === 'link') === true || (doc.content ?? []).some(hasLink)
  )
}
