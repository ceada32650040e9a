import 'server-only'
import { annotationFacts } from '@/lib/annotations/annotation'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { relationFromNote, requireRelation, statement, statementFrom } from '@/lib/debates/claim'
import type { PromotionInput } from '@/lib/debates/contract/claims'
import { bareClaimFor, claimFor, type FoundClaim } from '@/lib/debates/queries/claims'
import type { DebateRow } from '@/lib/debates/queries/debates'
import { Conflict, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { requireNotWithdrawn } from './claims'
import { storeEvidence } from './evidence'
import { openDebate } from './open-debate'
import { lockDebate, recountClaims } from './recount'
import { type NewPlace, storeClaim, storeLink } from './store-claim'
import { tellDebate } from './tell-debate'
import { settleThesis } from './theses'

type Promotion = Omit<PromotionInput, 'id'>

/**
 * Makes a claim of an annotation, in the debate on its section: of the same author, with its quote as evidence, and with its id and so its thread.
 * Without a parent it is a thesis, proposed or set by who may. A note is made a claim once: the second to try has a Conflict.
 */
export async function promoteToClaim(
  actor: SignedIn,
  id: string,
  input: Promotion,
): Promise<FoundClaim> {
  const note = await annotationFor(actor, id)
  authorize(actor, 'annotation.promote', annotationFacts(note))
  const words = wordsOf(note, input.text)
  const made =
    input.parentId === undefined
      ? { debate: await debateOn(actor, note), place: null }
      : await placeUnder(actor, { note, input, parentId: input.parentId })
  const at = now()
  await transaction(async (tx) => {
    await lockDebate(tx, made.debate.id)
    await storePromoted(tx, { actor, note, words, at, ...made })
  })
  return claimFor(actor, id)
}

type Words = { readonly text: string; readonly explanation: string }

function wordsOf({ bodyText, exact }: AnnotationRow, sent: string | undefined): Words {
  if (sent !== undefined) return { text: statement(sent), explanation: '' }
  const own = bodyText.trim() === '' ? (exact ?? '') : bodyText
  const words = statementFrom(own)
  return { ...words, text: statement(words.text) }
}

async function debateOn(actor: SignedIn, note: AnnotationRow): Promise<DebateRow> {
  const { sectionId, groupId, readingId } = note
  if (sectionId === null || groupId === null) {
    throw new Invalid(
      'no-section',
      'This note is on the whole reading. Only a section has a debate.',
    )
  }
  return openDebate(actor, { readingId, sectionId, groupId })
}

type Place = { readonly debate: DebateRow; readonly place: NewPlace | null }

async function placeUnder(
  actor: SignedIn,
  { note, input, parentId }: { note: AnnotationRow; input: Promotion; parentId: string },
): Promise<Place> {
  const { claim: parent, debate } = await bareClaimFor(actor, parentId)
  authorize(actor, 'claim.add', debate.facts)
  requireNotWithdrawn(parent)
  if (debate.readingId !== note.readingId || debate.groupId !== note.groupId) {
    throw new Invalid('elsewhere', 'The note and the debate stand in different groups or readings.')
  }
  const relation = input.relation ?? relationFromNote(note.kind)
  if (relation === null) {
    throw new Invalid(
      'relation',
      'Say how this bears on the claim: it supports, opposes or qualifies.',
    )
  }
  const attacks = input.attacks ?? null
  requireRelation(relation === 'asks' ? 'question' : kindFor(relation), relation, attacks)
  return { debate, place: { parentId, relation, attacks } }
}

function kindFor(relation: NewPlace['relation']) {
  if (relation === 'asks') return 'question' as const
  return relation === 'assumes' ? ('assumption' as const) : ('claim' as const)
}

async function storePromoted(
  tx: Db,
  promoted: Place & {
    readonly actor: SignedIn
    readonly note: AnnotationRow
    readonly words: Words
    readonly at: Date
  },
): Promise<void> {
  const { actor, note, words, at, debate, place } = promoted
  const known = await tx.claim.findUnique({ where: { id: note.id }, select: { id: true } })
  if (known) throw new Conflict('promoted-already', 'This note is in a debate already.')
  const kind = place === null ? ('thesis' as const) : kindFor(place.relation)
  const claim = { id: note.id, authorId: note.authorId, kind, ...words, adoptedAt: null, at }
  await storeClaim(tx, debate, claim)
  await storeEvidence(tx, { id: note.id, by: note.authorId, at }, quoteOf(note))
  if (place === null) return settleThesis(tx, { actor, debate, thesisId: note.id, at })
  await storeLink(tx, debate.id, { ...place, childId: note.id, madeById: actor.personId, at })
  await recountClaims(tx, { debateId: debate.id, parentIds: [place.parentId], at })
  await tellDebate(tx, debate, {
    kind: 'claim.added',
    actorId: actor.personId,
    subjectId: note.id,
    at,
  })
}

function quoteOf(note: AnnotationRow) {
  const {
    readingId,
    placeRevisionId: revisionId,
    sectionId,
    start,
    end,
    exact,
    prefix,
    suffix,
  } = note
  if (exact === null || start === null || end === null) return []
  return [{ id: newId(), readingId, revisionId, sectionId, start, end, exact, prefix, suffix }]
}
