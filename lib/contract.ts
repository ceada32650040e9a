// The whole HTTP API, noun by noun: the one value that the router and the OpenAPI document are made from.

import { assignmentContract } from '@/lib/assignments/contract'
import { calendarContract } from '@/lib/calendar/contract'
import { circleContract } from '@/lib/circles/contract'
import { debatesContract } from '@/lib/debates/contract/whole'
import { gradingContract } from '@/lib/grading/contract'
import { participationContract } from '@/lib/participation/contract'
import { rosterContract } from '@/lib/rosters/contract'
import { roomContract } from './room-contract'

export const contract = {
  ...roomContract,
  ...debatesContract,
  assignments: assignmentContract,
  circles: circleContract,
  rosters: rosterContract,
  calendar: calendarContract,
  participation: participationContract,
  grading: gradingContract,
}
