import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MapPage } from '@/components/debate-map/map-page'
import { accountOf } from '@/components/shell/account'
import { presentGraph } from '@/lib/debates/present-whole'
import { graphFor } from '@/lib/debates/queries/graph'
import { type DebateRequest, debateOf } from '@/lib/pages/reading/debates'

export async function generateMetadata(request: DebateRequest): Promise<Metadata> {
  const { section, reading } = await debateOf(request)
  return { title: `Map of the debate on ${section.title || reading.title}` }
}

/** The debate on one section as a map and an outline. */
export default async function DebateMapPage(request: DebateRequest) {
  const { actor, reading, section, debates, href, start } = await debateOf(request)
  const debate = debates.find(({ sectionId }) => sectionId === section.sectionId)
  if (!debate) notFound()
  const graph = presentGraph(actor, debate, await graphFor(actor, debate, {}))
  return (
    <MapPage
      account={accountOf(actor)}
      start={start}
      title={section.title || reading.title}
      graph={graph}
      showsVoters={debate.showsVoters}
      href={href}
    />
  )
}
