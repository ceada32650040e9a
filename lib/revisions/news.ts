import 'server-only'
import { news, subjectIds } from '@/lib/events/news'
import { can } from '@/lib/policy/rules'
import { revisionMessage } from './contract'
import { type RevisionFact, revisionFacts } from './queries/facts'

// What readers of a text are told when another revision becomes the current one.

type Facts = ReadonlyMap<string, RevisionFact>

export const revisionNews = news({
  noun: 'revisions',
  shape: revisionMessage,
  spansGroups: true,
  load: (_, events): Promise<Facts> => revisionFacts(subjectIds(events)),
  kinds: {
    'reading.revised': (listener, { subjectId }, facts: Facts) => {
      const fact = facts.get(subjectId)
      return fact && can(listener, 'reading.see', fact.reading) ? { revision: fact.revision } : null
    },
  },
})
