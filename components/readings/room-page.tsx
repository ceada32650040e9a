import type { ReactNode } from 'react'
import { NotesAside } from '@/components/annotations/notes-aside'
import { RoomProvider } from '@/components/annotations/room-context'
import type { RoomStart } from '@/components/annotations/room-state'
import type { Account } from '@/components/shell/account-menu'
import { Header } from '@/components/shell/header'
import { SkipLinks } from '@/components/shell/skip-links'
import { ArticleProvider } from './article-context'
import { BottomBar } from './bottom-bar'
import { Bubbles } from './bubbles'
import { Contents } from './contents'
import { ContentsFoot } from './contents-foot'
import { HeaderShy } from './header-shy'
import { KeyboardReading } from './keyboard-reading'
import { MarkedNotes } from './marked-notes'
import { PassageStates } from './passage-states'
import { PlaceChoice } from './place-choice'
import { ReadingHabits } from './reading-habits'
import { lookAttributes, type ReadingLook } from './reading-look'
import { RevisedBar } from './revised-bar'
import { RoomCrumbs, type ShelfChoice } from './room-crumbs'
import { RoomTools } from './room-tools'
import { SelectionToolbar } from './selection-toolbar'
import { Strip } from './strip'
import type { Bucket } from './strip-buckets'

/** The reading room: contents, strip, text and notes, and everything that works on them. */
export function RoomPage({
  account,
  start,
  shelves,
  look,
  buckets,
  children,
}: {
  readonly account: Account | null
  readonly start: RoomStart
  readonly shelves: readonly ShelfChoice[]
  readonly look: ReadingLook
  readonly buckets: readonly Bucket[]
  /** The article. */
  readonly children: ReactNode
}) {
  const { reading, group } = start
  const here = `/readings/${reading.slug}${group ? `?group=${group.slug}` : ''}`
  return (
    <RoomProvider key={`${reading.revisionId}/${group?.id}`} start={start}>
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
            <RoomCrumbs title={reading.title} slug={reading.slug} group={group} shelves={shelves} />
          }
          tools={<RoomTools />}
        />
        <div className="room" {...lookAttributes(look)}>
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
          <NotesAside />
        </div>
        <BottomBar />
      </ArticleProvider>
    </RoomProvider>
  )
}
