import { apiClient } from '@/lib/api/client'
import { assignmentContract } from '@/lib/assignments/contract'
import { calendarContract } from '@/lib/calendar/contract'
import { circleContract } from '@/lib/circles/contract'

/** The part of the API that speaks of assignments. Loaded where one is worked on, not with every page. */
export const assignmentsApi = apiClient(async () => ({
  assignments: assignmentContract,
  circles: circleContract,
  calendar: calendarContract,
}))
