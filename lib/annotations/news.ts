import 'server-only'
import { news, subjectIds } from '@/lib/events/news'
import type { OutboxEvent } from '@/lib/events/outbox'
import type { Actor } from '@/lib/policy/actor'
import type { AnnotationFacts, Visibility } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'
import { withoutActor } from '@/lib/pseudonyms/byline'
import { annotationFacts } from './annotation'
import { type AnnotationMessage, annotationMessage } from './contract'
import { presentAnnotation } from './present'
import { annotationsById } from './queries/annotations'
import type { AnnotationRow } from './queries/rows'

// What is told of annotations. Reactions are counted for nobody in particular and nothing is unread: a client knows its own.

type Said = Pick<AnnotationMessage, 'annotation'> & Partial<Pick<AnnotationMessage, 'actor'>>
type Loaded = ReadonlyMap<string, AnnotationRow>

export const annotationNews = news({
  noun: 'annotations',
  shape: annotationMessage,
  load: async (viewer, events): Promise<Loaded> => {
    const rows = await annotationsById(viewer, subjectIds(events))
    return new Map(rows.map((row) => [row.id, row]))
  },
  kinds: {
    'annotation.created': asItIs,
    'annotation.edited': asItIs,
    'annotation.restored': asItIs,
    'annotation.reacted': asItIs,
    'annotation.placed': asItIs,
    'annotation.locked': asItIs,
    'annotation.unlocked': asItIs,
    'annotation.deleted': asDeleted,
    'annotation.hidden': asHidden,
  },
  // Whether a note is in a debate, and may be taken into one, is shown on its card.
  hears: {
    'claim.added': asItIs,
    'claim.withdrawn': asItIs,
    'claim.rearranged': asItIs,
  },
})

function asItIs(listener: Actor, { subjectId }: OutboxEvent, loaded: Loaded): Said | null {
  const row = loaded.get(subjectId)
  return row && sees(listener, annotationFacts(row)) ? saying(listener, row) : null
}

// Told to whoever saw it until now, also when nothing of it stays.
function asDeleted(listener: Actor, { subjectId }: OutboxEvent, loaded: Loaded): Said | null {
  const row = loaded.get(subjectId)
  const saw = row && sees(listener, { ...annotationFacts(row), deletedAt: null })
  return saw ? saying(listener, row) : null
}

// Those who saw it until now are told that it is gone, and nothing of what it says.
function asHidden(listener: Actor, event: OutboxEvent, loaded: Loaded): Said | null {
  const row = loaded.get(event.subjectId)
  if (!row) return null
  const facts = annotationFacts(row)
  const before = { ...facts, visibility: earlierVisibility(event) ?? facts.visibility }
  const lost = sees(listener, before) && !sees(listener, facts)
  return lost ? { annotation: null, ...unnamed(listener, row) } : null
}

function sees(listener: Actor, facts: AnnotationFacts): boolean {
  return can(listener, 'annotation.see', facts)
}

function unnamed(listener: Actor, row: AnnotationRow): Pick<Said, 'actor'> {
  return withoutActor(listener, { isVeiled: row.isVeiled, group: annotationFacts(row).group })
}

function saying(listener: Actor, row: AnnotationRow): Said {
  return { annotation: presentAnnotation(listener, row), ...unnamed(listener, row) }
}

function earlierVisibility({ particulars }: OutboxEvent): Visibility | null {
  const was = particulars.wasVisibility
  return was === 'group' || was === 'public' || was === 'private' ? was : null
}
