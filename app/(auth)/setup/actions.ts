'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/components/people/form-state'
import { setUp } from '@/lib/auth/entry/set-up'
import { startSession } from '@/lib/auth/session'
import { answer, text } from '../answer'

/** Makes the first administrator by the link that was printed at start, and signs him in. */
export async function makeFirst(_: FormState, form: FormData): Promise<FormState> {
  return answer(form, async () => {
    const person = { email: text(form, 'email'), name: text(form, 'name') }
    const typed = { ...person, secret: text(form, 'token'), password: text(form, 'password') }
    await startSession(await setUp(typed), 'setup')
    redirect('/')
  })
}
