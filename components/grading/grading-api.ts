import { apiClient } from '@/lib/api/client'
import { gradingContract } from '@/lib/grading/contract'

/** The part of the API that speaks of grades. Loaded where somebody grades or reads a grade, not with every page. */
export const gradingApi = apiClient(async () => ({ grading: gradingContract }))
