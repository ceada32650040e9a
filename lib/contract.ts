// The whole HTTP API, noun by noun: the one value that the router and the OpenAPI document are made from.

import { assignmentContract } from '@/lib/assignments/contract'
import { circleContract } from '@/lib/circles/contract'
import { debatesContract } from '@/lib/debates/contract/whole'
import { roomContract } from './room-contract'

export const contract = {
  ...roomContract,
  ...debatesContract,
  assignments: assignmentContract,
  circles: circleContract,
}
