import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NewGroupForm } from '@/components/groups/new-group-form'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { currentActor } from '@/lib/auth/session'
import '../../styles/groups.css'

export const metadata: Metadata = { title: 'Make a group' }

export default async function NewGroupPage() {
  const actor = await currentActor()
  if (actor.kind === 'anonymous') redirect('/sign-in?next=%2Fgroups%2Fnew')
  return (
    <PageFrame account={accountOf(actor)} current="groups" className="narrow">
      <header className="page-head">
        <h1 className="page-title">Make a group</h1>
      </header>
      <NewGroupForm />
    </PageFrame>
  )
}
