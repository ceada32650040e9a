import { apiClient } from '@/lib/api/client'
import { debatesContract } from '@/lib/debates/contract/whole'

/** The part of the API that speaks of debates. Loaded where one is opened, not with every page. */
export const debatesApi = apiClient(async () => debatesContract)
