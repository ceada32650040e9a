import type { ReactNode } from 'react'
import { ArticleProvider } from '@/components/readings/article/article-context'
import { MarkedNotes } from '@/components/readings/article/marked-notes'
import { PassageStates } from '@/components/readings/article/passage-states'
import { KeyboardReading } from '@/components/readings/keyboard/keyboard-reading'
import { BottomBar } from '@/components/readings/overview/bottom-bar'
import { Bubbles } from '@/components/readings/overview/bubbles'
import { Contents } from '@/components/readings/overview/contents'
import { ContentsFoot } from '@/components/readings/overview/contents-foot'
import { Strip } from '@/components/readings/overview/strip'
import { SelectionToolbar } from '@/components/readings/selection/selection-toolbar'
import { RoomProvider } from '@/components/room/context'
import type { RoomStart } from '@/components/room/state'
import type { Account } from '@/components/shell/account-menu'
import { Header } from '@/components/shell/header'
import { SkipLinks } from '@/components/shell/skip-links'
import { preferenceAttributes, type ReadingPreferences } from '@/lib/readings/reading-preferences'
import { roomHref } from '@/lib/readings/room-href'
import type { Bucket } from '@/lib/text/strip-buckets'
import { HeaderShy } from './header-shy'
import { PlaceChoice } from './place-choice'
import { ReadingHabits } from './reading-habits'
import { RevisedBar } from './revised-bar'
import { RoomCrumbs } from './room-crumbs'
import { RoomTools } from './room-tools'
import type { ShelfChoice } from './shelf-switch'

/** The reading room: contents, strip, text and notes, and everything that works on them. */
export function RoomPage({
  account,
  start,
  shelves,
  look,
  buckets,
  aside,
  children,
}: {
  readonly account: Account | null
  readonly start: RoomStart
  readonly shelves: readonly ShelfChoice[]
  readonly look: ReadingPreferences
  readonly buckets: readonly Bucket[]
  /** The notes beside the text. */
  readonly aside: ReactNode
  /** The article. */
  readonly children: ReactNode
}) {
  const { reading, group, assignment = null } = start
  const here = roomHref(start)
  return (
    <RoomProvider key={`${reading.revisionId}/${assignment?.id ?? group?.id}`} start={start}>
      <ArticleProvider>
        <SkipLinks
          targets={[
            { id: 'text', label: 'Skip to the text' },
            { id: 'notes', label: 'Skip to the notes' },
          ]}
        />
        <Header
          account={account}
          here={here}
          crumbs={
            <RoomCrumbs
              title={reading.title}
              slug={reading.slug}
              group={group}
              shelves={shelves}
              assignmentId={assignment?.id ?? null}
            />
          }
          tools={<RoomTools />}
        />
        <div className="room" {...preferenceAttributes(look)}>
          <nav className="toc" aria-label="Contents">
            <Contents />
            <ContentsFoot />
          </nav>
          <Strip buckets={buckets} />
          <main id="text" tabIndex={-1}>
            {children}
            <PassageStates />
            <MarkedNotes />
            <Bubbles />
            <SelectionToolbar />
            <PlaceChoice />
            <RevisedBar />
            <KeyboardReading />
            <ReadingHabits />
            <HeaderShy />
          </main>
          {aside}
        </div>
        <BottomBar />
      </ArticleProvider>
    </RoomProvider>
  )
}
