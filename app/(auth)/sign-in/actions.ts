'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/components/people/form-state'
import { demoPerson } from '@/lib/auth/entry/as-demo'
import { personByPassword } from '@/lib/auth/entry/by-password'
import { localPath } from '@/lib/auth/local-path'
import { currentVisitor, startSession } from '@/lib/auth/session'
import { answer, text } from '../answer'

/** Signs in by address and password, and leads back to where one came from. */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  return answer(form, async () => {
    const typed = { email: text(form, 'email'), password: text(form, 'password') }
    await startSession(
      await personByPassword({ ...typed, ...(await currentVisitor()) }),
      'password',
    )
    redirect(localPath(form.get('next')))
  })
}

/** Walks in as a demo person. */
export async function walkIn(_: FormState, form: FormData): Promise<FormState> {
  return answer(form, async () => {
    await startSession(await demoPerson(text(form, 'person')), 'demo')
    redirect(localPath(form.get('next')))
  })
}
