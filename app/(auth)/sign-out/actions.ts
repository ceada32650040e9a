'use server'

import { redirect } from 'next/navigation'
import { endSession } from '@/lib/auth/session'

/** Signs the visitor out and leads to the library, as a guest sees it. */
export async function signOut(): Promise<void> {
  await endSession()
  redirect('/')
}
