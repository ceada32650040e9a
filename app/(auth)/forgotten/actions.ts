'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import type { FormState } from '@/components/people/form-state'
import { sendPasswordLink } from '@/lib/auth/entry/by-password-link'
import { currentVisitor } from '@/lib/auth/session'
import { answer, text } from '../answer'

/** Sends a link to a new password. The letter goes out after the answer, which is the same whether anybody has the address. */
export async function askForPassword(_: FormState, form: FormData): Promise<FormState> {
  return answer(form, async () => {
    const wish = { email: text(form, 'email'), ...(await currentVisitor()) }
    after(await sendPasswordLink(wish))
    redirect('/sign-in/check-mail')
  })
}
