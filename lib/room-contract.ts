// The part of the HTTP API that every page of the reading room needs.

import { annotationContract } from '@/lib/annotations/contract'
import { groupContract } from '@/lib/groups/contract'
import { importContract } from '@/lib/importing/contract'
import { reviewContract } from '@/lib/moderation/contract/review'
import { notificationContract } from '@/lib/notifications/contract'
import { peopleContract } from '@/lib/people/contract/people'
import { personalDataContract } from '@/lib/personal-data/contract'
import { readingContract } from '@/lib/readings/contract'
import { revisionContract } from '@/lib/revisions/contract'
import { searchContract } from '@/lib/search/contract'
import { threadContract } from '@/lib/threads/contract/threads'

export const roomContract = {
  readings: readingContract,
  annotations: annotationContract,
  groups: groupContract,
  threads: threadContract,
  people: peopleContract,
  revisions: revisionContract,
  imports: importContract,
  notifications: notificationContract,
  search: searchContract,
  review: reviewContract,
  personalData: personalDataContract,
}
