import Link from 'next/link'
import type { ReactNode } from 'react'
import { RoomProvider } from '@/components/room/context'
import type { RoomStart } from '@/components/room/state'
import type { Account } from '@/components/shell/account-menu'
import { Header } from '@/components/shell/header'
import { SkipLinks } from '@/components/shell/skip-links'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import type { DebateShape } from '@/lib/debates/contract/debates'
import { DebateProvider } from './debate-context'
import { DebatePanel } from './debate-panel'
import { OpenHere } from './open-here'

export type DebateLinks = {
  readonly reading: string
  readonly section: string
  readonly debate: string
  readonly map: string
  readonly all: string
}

/** A section's debate by itself: made on the server, so that it can be read without scripts. */
export function DebatePage({
  account,
  start,
  title,
  sectionId,
  debate,
  silently,
  href,
  drafts,
}: {
  readonly account: Account | null
  readonly start: RoomStart
  readonly title: string
  readonly sectionId: string
  /** Null while nobody has opened it. */
  readonly debate: DebateShape | null
  readonly silently: boolean
  readonly href: DebateLinks
  /** Where one finds again what one began to write. */
  readonly drafts: ReactNode
}) {
  return (
    <RoomProvider start={start}>
      <SkipLinks targets={[{ id: 'main', label: 'Skip to the debate' }]} />
      <Header
        account={account}
        here={href.debate}
        crumbs={<DebateCrumbs start={start} href={href} title={title} />}
      />
      <main id="main" tabIndex={-1} className="debate-page">
        <div className="row">
          <p className="meta debate-where">
            <a href={href.section}>{title}</a> · <a href={href.all}>All debates of this reading</a>
          </p>
          {drafts}
        </div>
        <h1 className="vh">Debate on {title}</h1>
        {debate ? (
          <DebateProvider debate={debate}>
            <DebatePanel href={href.debate} silently={silently} />
          </DebateProvider>
        ) : (
          <EmptyState
            title="Nobody has opened this debate yet"
            actions={account && <OpenHere sectionId={sectionId} href={href.debate} />}
          >
            A debate gathers what speaks for and against what a section says, each claim hung on the
            very sentence that it rests on.
          </EmptyState>
        )}
      </main>
    </RoomProvider>
  )
}

export function DebateCrumbs({
  start,
  href,
  title,
}: {
  readonly start: RoomStart
  readonly href: Pick<DebateLinks, 'reading'>
  readonly title: string
}) {
  return (
    <nav className="crumbs" aria-label="Place">
      {start.group && (
        <Link href={`/groups/${start.group.slug}`}>
          <Icon name="people" size={14} />
          {start.group.name}
        </Link>
      )}
      <Link href={href.reading} className="truncate hide-s">
        {start.reading.title}
      </Link>
      <span className="here truncate hide-s">{title}</span>
    </nav>
  )
}
