'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/components/people/form-state'
import { redeemSignInLink } from '@/lib/auth/entry/by-link'
import { localPath } from '@/lib/auth/local-path'
import { currentActor, startSession } from '@/lib/auth/session'
import { personOf } from '@/lib/policy/actor'
import { answer, text } from '../../answer'

/** Spends the link of a letter and signs in. */
export async function spendLink(_: FormState, form: FormData): Promise<FormState> {
  return answer(form, async () => {
    const current = personOf(await currentActor())
    await startSession(await redeemSignInLink(text(form, 'token'), current), 'mail')
    redirect(localPath(form.get('next')))
  })
}
