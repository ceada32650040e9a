'use server'

import { redirect } from 'next/navigation'
import { welcomePath } from '@/lib/auth/local-path'
import { currentActor } from '@/lib/auth/session'
import { acceptInvitation } from '@/lib/groups/commands/invitations'

/** Joins by the code in the form; what keeps it from that, the page says by itself when it is shown again. */
export async function join(form: FormData): Promise<void> {
  const code = String(form.get('code'))
  const actor = await currentActor()
  const here = `/join/${encodeURIComponent(code)}`
  if (actor.kind === 'anonymous') redirect(`/sign-in?next=${encodeURIComponent(here)}`)
  const group = await acceptInvitation(actor, code).catch(() => null)
  redirect(group ? welcomePath(group.slug) : here)
}
