import type { Metadata } from 'next'
import { accountOf } from '@/components/shell/account'
import { TopologyPage } from '@/components/topology/topology-page'
import { presentBar } from '@/lib/debates/present'
import { presentPoints, presentScores } from '@/lib/debates/present-whole'
import {
  mostBridging,
  mostContested,
  unansweredQuestions,
  unsupportedClaims,
} from '@/lib/debates/queries/topology'
import { settledIn } from '@/lib/debates/queries/voters'
import { decoded, only } from '@/lib/pages/found'
import { debatesOf, startOf } from '@/lib/pages/reading/debates'
import { can } from '@/lib/policy/rules'

type Request = {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<{ group?: string | string[] }>
}

export const metadata: Metadata = { title: 'Debates' }

/** The debates of a reading at a glance. */
export default async function DebatesPage({ params, searchParams }: Request) {
  const [{ slug }, { group: named }] = await Promise.all([params, searchParams])
  const shelf = await debatesOf(decoded(slug), only(named))
  const { actor, reading, group, sections, debates } = shelf
  const where = { readingId: reading.id, groupId: group.id }
  const [contested, bridging, unsupported, unanswered, settled] = await Promise.all([
    mostContested(actor, where),
    mostBridging(actor, where),
    unsupportedClaims(actor, where),
    unansweredQuestions(actor, where),
    can(actor, 'group.seeMembers', group) ? settledIn(group.id) : null,
  ])
  const shown = (points: typeof contested) => presentPoints(actor, { reading, group }, points)
  const page = `/readings/${reading.slug}`
  const search = `?group=${group.slug}`
  return (
    <TopologyPage
      account={accountOf(actor)}
      start={startOf(shelf)}
      topology={{
        bars: debates.map(presentBar),
        contested: shown(contested),
        bridging: shown(bridging),
        unsupported: shown(unsupported),
        unanswered: shown(unanswered),
      }}
      sections={sections.map(({ sectionId, title }) => ({
        id: sectionId,
        title: title || reading.title,
        debate: `${page}/debates/${sectionId}${search}`,
      }))}
      scores={settled && presentScores(settled)}
      href={{ reading: `${page}${search}`, all: `${page}/debates${search}` }}
    />
  )
}
