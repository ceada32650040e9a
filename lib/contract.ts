// The whole HTTP API, noun by noun: the one value that the router, the typed client and the OpenAPI document are made from.

import { annotationContract } from '@/lib/annotations/contract'
import { groupContract } from '@/lib/groups/contract'
import { importContract } from '@/lib/importing/contract'
import { notificationContract } from '@/lib/notifications/contract'
import { peopleContract } from '@/lib/people/contract/people'
import { readingContract } from '@/lib/readings/contract'
import { revisionContract } from '@/lib/revisions/contract'
import { threadContract } from '@/lib/threads/contract/threads'

export const contract = {
  readings: readingContract,
  annotations: annotationContract,
  groups: groupContract,
  threads: threadContract,
  people: peopleContract,
  revisions: revisionContract,
  imports: importContract,
  notifications: notificationContract,
}
