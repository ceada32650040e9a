import 'server-only'
import { news, subjectIds } from '@/lib/events/news'
import type { OutboxEvent } from '@/lib/events/outbox'
import type { Actor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import { type DebateMessage, debateMessage } from './contract/shapes'
import { presentBar, presentClaim } from './present'
import { claimFacts } from './queries/claims'
import { asSeenBy, type DebateSubjects, debateSubjects, stancesFor } from './queries/subjects'

// What is told of debates: a claim in all its places as it is now, with the bar of its section.

type Said = Pick<DebateMessage, 'debate'>

export const debateNews = news({
  noun: 'debates',
  shape: debateMessage,
  load: (_, events) =>
    debateSubjects({
      claimIds: subjectIds(events, (kind) => kind !== 'debate.opened'),
      debateIds: subjectIds(events, (kind) => kind === 'debate.opened'),
    }),
  kinds: {
    'debate.opened': asItIs,
    'claim.added': asItIs,
    'claim.edited': asItIs,
    'claim.withdrawn': asItIs,
    'claim.cited': asItIs,
    'claim.voted': asItIs,
    'claim.rearranged': asItIs,
    'thesis.endorsed': asItIs,
    'stance.taken': asItIs,
    'forecast.changed': asItIs,
  },
  // Resolving a thread answers the question that it is about, if it is about one.
  hears: { 'thread.resolved': asItIs, 'thread.reopened': asItIs },
})

/** The kinds of event that a debate records. */
export type DebateEventKind = (typeof debateNews)['kinds'][number]

function asItIs(
  listener: Actor,
  { subjectId }: OutboxEvent,
  subjects: DebateSubjects,
): Said | null {
  const places = subjects.places.get(subjectId) ?? []
  const debate = places[0]?.debate ?? subjects.debates.get(subjectId)
  if (!debate || !can(listener, 'debate.see', debate.facts)) return null
  const claims = places
    .filter(({ claim }) => can(listener, 'claim.see', claimFacts(claim, debate)))
    .map(({ claim }) => presentClaim(listener, asSeenBy(listener, claim, subjects), debate))
  const stances = stancesFor(listener, { thesisId: subjectId, debate }, subjects)
  const { id: debateId, sectionId } = debate
  return { debate: { debateId, sectionId, bar: presentBar(debate), claims, stances } }
}
