import { apiClient } from '@/lib/api/client'
import { contract } from '@/lib/contract'

/** The API of the server that this page came from. */
export const api = apiClient(contract)
