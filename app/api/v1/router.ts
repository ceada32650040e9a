import { annotationEndpoints } from '@/lib/annotations/endpoints'
import { assignmentEndpoints } from '@/lib/assignments/endpoints'
import { calendarEndpoints } from '@/lib/calendar/endpoints'
import { circleEndpoints } from '@/lib/circles/endpoints'
import { claimEndpoints } from '@/lib/debates/endpoints/claims'
import { debateEndpoints } from '@/lib/debates/endpoints/debates'
import { gradingEndpoints } from '@/lib/grading/endpoints/grades'
import { groupEndpoints } from '@/lib/groups/endpoints'
import { importEndpoints } from '@/lib/importing/endpoints'
import { reviewEndpoints } from '@/lib/moderation/endpoints'
import { notificationEndpoints } from '@/lib/notifications/endpoints/notifications'
import { participationEndpoints } from '@/lib/participation/endpoints'
import { peopleEndpoints } from '@/lib/people/endpoints'
import { personalDataEndpoints } from '@/lib/personal-data/endpoints'
import { readingEndpoints } from '@/lib/readings/endpoints/readings'
import { revisionEndpoints } from '@/lib/revisions/endpoints'
import { rosterEndpoints } from '@/lib/rosters/endpoints'
import { searchEndpoints } from '@/lib/search/endpoints'
import { threadEndpoints } from '@/lib/threads/endpoints'

/** Every endpoint of the API, noun by noun: the same tree as lib/contract.ts. */
export const router = {
  readings: readingEndpoints,
  annotations: annotationEndpoints,
  groups: groupEndpoints,
  threads: threadEndpoints,
  people: peopleEndpoints,
  revisions: revisionEndpoints,
  imports: importEndpoints,
  notifications: notificationEndpoints,
  search: searchEndpoints,
  review: reviewEndpoints,
  personalData: personalDataEndpoints,
  debates: debateEndpoints,
  claims: claimEndpoints,
  assignments: assignmentEndpoints,
  circles: circleEndpoints,
  rosters: rosterEndpoints,
  calendar: calendarEndpoints,
  participation: participationEndpoints,
  grading: gradingEndpoints,
}
