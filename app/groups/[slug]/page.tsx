import type { Metadata } from 'next'
import { Arrival } from '@/components/groups/arrival'
import { GroupHead } from '@/components/groups/group-head'
import { GroupShelf } from '@/components/groups/group-shelf'
import { Invitations } from '@/components/groups/invitations'
import { MembersTable } from '@/components/groups/members-table'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { currentActor } from '@/lib/auth/session'
import { personOf } from '@/lib/policy/actor'
import { groupOrNotFound, loadGroup } from './load-group'
import '../../styles/library.css'
import '../../styles/groups.css'

type Props = PageProps<'/groups/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await groupOrNotFound(await currentActor(), (await params).slug)
  return { title: name }
}

export default async function GroupPage({ params, searchParams }: Props) {
  const { slug } = await params
  const { people: after, welcome } = await searchParams
  const page = await loadGroup(slug, typeof after === 'string' ? after : undefined)
  const { actor, at, group, people, invitations, shelf } = page
  const next = people?.nextCursor ?? null
  return (
    <PageFrame
      account={accountOf(actor)}
      current="groups"
      here={`/groups/${slug}`}
      className="group-page"
    >
      <GroupHead group={group} viewerId={personOf(actor)} />
      {welcome === '1' && group.role !== null && <Arrival group={group} />}
      <GroupShelf group={group} shelf={shelf} now={at} />
      {people && (
        <MembersTable
          group={group}
          members={people.items}
          viewerId={personOf(actor)}
          now={at}
          moreHref={next === null ? null : `?people=${encodeURIComponent(next)}#people`}
        />
      )}
      {invitations && <Invitations group={group} invitations={invitations} now={at} />}
    </PageFrame>
  )
}
