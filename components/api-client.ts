import { apiClient } from '@/lib/api/client'
import { roomContract } from '@/lib/room-contract'

/** The API of the server that this page came from. */
export const api = apiClient(roomContract)
