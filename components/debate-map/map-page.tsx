import { DebateCrumbs, type DebateLinks } from '@/components/debates/debate-page'
import { RoomProvider } from '@/components/room/context'
import type { RoomStart } from '@/components/room/state'
import type { Account } from '@/components/shell/account-menu'
import { Header } from '@/components/shell/header'
import { SkipLinks } from '@/components/shell/skip-links'
import type { GraphShape } from '@/lib/debates/contract/debates'
import { DebateMap } from './debate-map'

/** A debate as a map beside its outline, which says all that the map shows. */
export function MapPage({
  account,
  start,
  title,
  graph,
  showsVoters,
  href,
}: {
  readonly account: Account | null
  readonly start: RoomStart
  readonly title: string
  readonly graph: GraphShape
  readonly showsVoters: boolean
  readonly href: DebateLinks
}) {
  return (
    <RoomProvider start={start}>
      <SkipLinks
        targets={[
          { id: 'outline', label: 'Skip to the outline' },
          { id: 'map', label: 'Skip to the map' },
        ]}
      />
      <Header
        account={account}
        here={href.map}
        crumbs={<DebateCrumbs start={start} href={href} title={`Debate on ${title}`} />}
      />
      <h1 className="vh">Map of the debate on {title}</h1>
      <DebateMap graph={graph} showsVoters={showsVoters} href={href.debate} />
    </RoomProvider>
  )
}
