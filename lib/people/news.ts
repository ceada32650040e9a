import 'server-only'
import * as z from 'zod'
import { messageShape } from '@/lib/events/message'
import { news } from '@/lib/events/news'

// What changes the rights or the sight of a person. Nobody is told of it: their open streams are renewed.

export const personNews = news({
  noun: 'people',
  shape: messageShape('people', z.object({})),
  load: async () => null,
  kinds: {},
  renews: {
    /** Their sessions, tokens, memberships or standing on the site changed. */
    'person.changed': ({ subjectId }) => ({ personId: subjectId }),
    /** They see more or less than before, without a change of rights: of one person, or of a whole group. */
    'sight.changed': ({ subjectId, groupId }) =>
      groupId === null ? { personId: subjectId } : { groupId },
  },
})
