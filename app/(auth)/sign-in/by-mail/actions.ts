'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import type { FormState } from '@/components/people/form-state'
import { sendSignInLink } from '@/lib/auth/entry/by-link'
import { localPath } from '@/lib/auth/local-path'
import { currentVisitor } from '@/lib/auth/session'
import { answer, text } from '../../answer'

/** Sends a link that signs in. The letter goes out after the answer, which is the same whether anybody has the address. */
export async function askForLink(_: FormState, form: FormData): Promise<FormState> {
  return answer(form, async () => {
    const wish = { email: text(form, 'email'), next: localPath(form.get('next')) }
    after(await sendSignInLink({ ...wish, ...(await currentVisitor()) }))
    redirect('/sign-in/check-mail')
  })
}
