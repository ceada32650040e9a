import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GroupsTable } from '@/components/admin/groups-table'
import { PeopleSearch } from '@/components/admin/people-search'
import { PeopleTable } from '@/components/admin/people-table'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { currentActor } from '@/lib/auth/session'
import { now } from '@/lib/clock'
import { presentGroup } from '@/lib/groups/present'
import { listAllGroups } from '@/lib/groups/queries'
import { only, orNotFound } from '@/lib/pages/found'
import { presentPersonRow } from '@/lib/people/present'
import { listPeople } from '@/lib/people/queries'
import { personOf } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import '../styles/groups.css'

export const metadata: Metadata = { title: 'Administration' }

const SHOWN = 50

export default async function AdminPage({ searchParams }: PageProps<'/admin'>) {
  const actor = await currentActor()
  if (!can(actor, 'site.administer', null)) notFound()
  const { q, people: afterPerson, groups: afterGroup } = await searchParams
  const words = typeof q === 'string' ? q.trim().slice(0, 100) : ''
  const [people, groups] = await orNotFound(
    Promise.all([
      listPeople(actor, { limit: SHOWN, cursor: only(afterPerson), q: words }),
      listAllGroups(actor, { limit: SHOWN, cursor: only(afterGroup) }),
    ]),
  )
  const at = now()
  const morePeople = new URLSearchParams({ q: words, people: people.nextCursor ?? '' })
  const moreGroups = new URLSearchParams({ groups: groups.nextCursor ?? '' })
  return (
    <PageFrame account={accountOf(actor)} className="admin">
      <header className="page-head">
        <h1 className="page-title">Administration</h1>
      </header>
      <section className="group-part" aria-labelledby="people">
        <div className="spread admin-head">
          <h2 className="section-title" id="people">
            People
          </h2>
          <PeopleSearch words={words} />
        </div>
        <PeopleTable
          people={people.items.map(presentPersonRow)}
          viewerId={personOf(actor)}
          now={at}
          moreHref={people.nextCursor === null ? null : `/admin?${morePeople}#people`}
        />
      </section>
      <section className="group-part" aria-labelledby="groups">
        <h2 className="section-title" id="groups">
          Groups
        </h2>
        <GroupsTable
          groups={groups.items.map((row) => presentGroup(actor, row))}
          now={at}
          moreHref={groups.nextCursor === null ? null : `/admin?${moreGroups}#groups`}
        />
      </section>
    </PageFrame>
  )
}
