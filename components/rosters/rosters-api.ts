import { apiClient } from '@/lib/api/client'
import { groupContract } from '@/lib/groups/contract'
import { rosterContract } from '@/lib/rosters/contract'

/** The part of the API that speaks of the roster of a course. */
export const rostersApi = apiClient(async () => ({
  groups: groupContract,
  rosters: rosterContract,
}))
