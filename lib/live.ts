import 'server-only'
import { annotationNews } from '@/lib/annotations/news'
import { debateNews } from '@/lib/debates/news'
import { Hub } from '@/lib/events/hub'
import { joinedNews } from '@/lib/events/news'
import { noticeNews } from '@/lib/notifications/news'
import { personNews } from '@/lib/people/news'
import { readingNews } from '@/lib/readings/news'
import { revisionNews } from '@/lib/revisions/news'
import { threadNews } from '@/lib/threads/news'

// The one place where the nouns' news are joined, as lib/contract.ts joins their contracts.

const nouns = joinedNews([
  annotationNews,
  threadNews,
  debateNews,
  revisionNews,
  readingNews,
  personNews,
  noticeNews,
])

declare global {
  var colloquyHub: Hub | undefined
}

/** The hub of this process. */
export function hub(): Hub {
  globalThis.colloquyHub ??= new Hub(nouns)
  return globalThis.colloquyHub
}
