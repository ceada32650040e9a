'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import type { FormState } from '@/components/people/form-state'
import { sendConfirmation } from '@/lib/auth/entry/by-link'
import { signUp } from '@/lib/auth/entry/sign-up'
import { localPath, welcomePath } from '@/lib/auth/local-path'
import { currentVisitor, startSession } from '@/lib/auth/session'
import { waysIn } from '@/lib/auth/ways'
import { answer, text } from '../answer'

/** Makes an account and signs in; whoever came with an invitation is in its group, and led there. */
export async function createAccount(_: FormState, form: FormData): Promise<FormState> {
  return answer(form, async () => {
    const invitation = text(form, 'invitation')
    const person = { email: text(form, 'email'), name: text(form, 'name') }
    const typed = { ...person, invitation, password: text(form, 'password') }
    const { personId, group } = await signUp({ ...typed, ...(await currentVisitor()) })
    await startSession(personId, 'sign-up')
    if (waysIn().mail) after(sendConfirmation(person.email))
    redirect(group === null ? localPath(form.get('next')) : welcomePath(group.slug))
  })
}
