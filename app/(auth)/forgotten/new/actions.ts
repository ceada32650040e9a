'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/components/people/form-state'
import { setPasswordByLink } from '@/lib/auth/entry/by-password-link'
import { startSession } from '@/lib/auth/session'
import { answer, text } from '../../answer'

/** Sets a new password by the link of a letter, and signs in. */
export async function choosePassword(_: FormState, form: FormData): Promise<FormState> {
  return answer(form, async () => {
    await startSession(await setPasswordByLink(text(form, 'token'), text(form, 'password')), 'mail')
    redirect('/')
  })
}
