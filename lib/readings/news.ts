import 'server-only'
import * as z from 'zod'
import { messageShape } from '@/lib/events/message'
import { news } from '@/lib/events/news'

// Who may read a text, and with whom, changed. Nobody is told of it: the streams on that text are renewed, and end for whoever may
// not read it any more. (That its words changed is news of its revisions.)

export const readingNews = news({
  noun: 'readings',
  shape: messageShape('readings', z.object({})),
  load: async () => null,
  kinds: {},
  renews: {
    /** It was deleted or restored, placed in a group or taken out of one. */
    'reading.changed': ({ subjectId }) => ({ readingId: subjectId }),
  },
})
