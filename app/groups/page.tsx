import type { Metadata } from 'next'
import { GroupList } from '@/components/groups/group-list'
import { JoinByCode } from '@/components/groups/join-by-code'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { currentActor } from '@/lib/auth/session'
import { presentGroup } from '@/lib/groups/present'
import { listGroups, ownGroups } from '@/lib/groups/queries'
import '../styles/groups.css'

export const metadata: Metadata = { title: 'Groups' }

const LISTED = 100

export default async function GroupsPage() {
  const actor = await currentActor()
  const [mine, seen] = await Promise.all([ownGroups(actor), listGroups(actor, { limit: LISTED })])
  const own = mine.map((row) => presentGroup(actor, row))
  const open = seen.items
    .map((row) => presentGroup(actor, row))
    .filter((group) => group.role === null)
  return (
    <PageFrame account={accountOf(actor)} current="groups" here="/groups" className="groups">
      <header className="page-head groups-head">
        <h1 className="page-title">Groups</h1>
        {actor.kind === 'signed-in' && (
          <ButtonLink className="push" variant="primary" icon="plus" href="/groups/new">
            Make a group
          </ButtonLink>
        )}
      </header>
      {actor.kind === 'signed-in' && (
        <GroupList
          title="Yours"
          groups={own}
          empty="You are in no group yet. Make one, or join by a code that somebody gave you."
        />
      )}
      {open.length > 0 && <GroupList title="Open to everyone" groups={open} />}
      <JoinByCode />
    </PageFrame>
  )
}
