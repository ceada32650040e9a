import { DebateCrumbs } from '@/components/debates/debate-page'
import { Tally } from '@/components/debates/tally'
import { RoomProvider } from '@/components/room/context'
import type { RoomStart } from '@/components/room/state'
import type { Account } from '@/components/shell/account-menu'
import { Header } from '@/components/shell/header'
import { SkipLinks } from '@/components/shell/skip-links'
import type { TopologyShape } from '@/lib/debates/contract/debates'
import type { Scores } from './forecasters'
import { Forecasters } from './forecasters'
import { PointList } from './point-list'
import { MarkSign, TopologyPicture, WORDS } from './topology-picture'
import type { TopologySection } from './topology-section'

const MARKS = ['contested', 'bridging', 'unsupported', 'unanswered'] as const

/** All debates of a reading on one page: where it is contested, what bridges, what rests on nothing, what is not known. */
export function TopologyPage({
  account,
  start,
  topology,
  sections,
  scores,
  href,
}: {
  readonly account: Account | null
  readonly start: RoomStart
  readonly topology: TopologyShape
  readonly sections: readonly TopologySection[]
  /** Null for those who are not of the group. */
  readonly scores: Scores | null
  readonly href: { readonly reading: string; readonly all: string }
}) {
  const { bars, contested, bridging, unsupported, unanswered } = topology
  const lists = { sections, reading: href.reading }
  return (
    <RoomProvider start={start}>
      <SkipLinks targets={[{ id: 'main', label: 'Skip to the debates' }]} />
      <Header
        account={account}
        here={href.all}
        crumbs={<DebateCrumbs start={start} href={href} title="Debates" />}
      />
      <main id="main" tabIndex={-1} className="topology">
        <h1 className="page-title">Debates</h1>
        <p className="meta">
          Each section of <a href={href.reading}>{start.reading.title}</a>, what is argued about it,
          and how much.
        </p>
        <TopologyPicture topology={topology} sections={sections} reading={href.reading} />
        <p className="legend meta">
          <span>Bar: claims on its theses</span>
          <span>Circle: all claims</span>
          {MARKS.map((kind) => (
            <span key={kind}>
              <MarkSign kind={kind} /> {WORDS[kind]}
            </span>
          ))}
        </p>
        <table className="topology-table">
          <caption className="vh">The debates in numbers</caption>
          <thead>
            <tr>
              <th scope="col">Section</th>
              <th scope="col">Claims</th>
              <th scope="col">On its theses</th>
              <th scope="col">Open questions</th>
            </tr>
          </thead>
          <tbody>
            {sections.map(({ id, title, debate }) => {
              const bar = bars.find(({ sectionId }) => sectionId === id)
              return (
                <tr key={id}>
                  <th scope="row">
                    <a href={debate}>{title}</a>
                  </th>
                  <td className="num">{bar?.claims ?? 'none'}</td>
                  <td>
                    {bar && (
                      <span className="tallies">
                        <Tally
                          icon="support"
                          className="is-support"
                          count={bar.supports}
                          word="in support"
                        />
                        <Tally
                          icon="oppose"
                          className="is-oppose"
                          count={bar.opposes}
                          word="opposed"
                        />
                        <Tally
                          icon="nuance"
                          className="is-nuance"
                          count={bar.qualifies}
                          word="qualifying"
                        />
                      </span>
                    )}
                  </td>
                  <td className="num">{bar?.openQuestions ?? ''}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <div className="topology-lists">
          <PointList title="Most contested" points={contested} scored="contested" {...lists}>
            Where the group is most divided. How much appears once you have voted.
          </PointList>
          <PointList title="Most bridging" points={bridging} scored="bridge" {...lists}>
            What people of different stances hold true alike.
          </PointList>
          <PointList title="Resting on nothing" points={unsupported} {...lists}>
            Claims without evidence and without support.
          </PointList>
          <PointList title="Unanswered" points={unanswered} {...lists}>
            Questions that nobody has answered yet.
          </PointList>
        </div>
        {scores && <Forecasters scores={scores} />}
      </main>
    </RoomProvider>
  )
}
