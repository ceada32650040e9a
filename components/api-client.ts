import { apiClient } from '@/lib/api/client'

/** The API of the server that this page came from. */
export const api = apiClient(async () => (await import('@/lib/room-contract')).roomContract)
