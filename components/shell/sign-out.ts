import { api } from '@/components/api-client'

/** Ends this browser's session and goes to the library as a guest. */
export async function signOut(): Promise<void> {
  const { items } = await api.people.sessions()
  const here = items.find(({ current }) => current)
  if (here) await api.people.endSession({ id: here.id })
  location.assign('/')
}
