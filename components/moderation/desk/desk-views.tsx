import Link from 'next/link'
import { deskHref, viewName } from '@/components/moderation/desk-words'
import { SOURCES } from '@/lib/moderation/reason'
import type { DeskAddress, DeskPage } from '@/lib/pages/review'

const EVERYTHING: DeskAddress = { source: undefined, state: 'open', isMine: false }

/** The parts of a queue with how much is in each, and what is looked at before others see it. */
export function DeskViews({
  slug,
  address,
  counts,
  countedTo,
}: {
  readonly slug: string
  readonly address: DeskAddress
  readonly counts: DeskPage['counts']
  readonly countedTo: number
}) {
  const said = (count: number) => (count >= countedTo ? `${countedTo}+` : String(count))
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const isOpen = address.state === 'open' && !address.isMine
  const here = (at: DeskAddress) =>
    at.source === address.source && at.state === address.state && at.isMine === address.isMine
  const view = (name: string, at: DeskAddress, count: string | null) => (
    <Link
      key={name}
      className="desk-view"
      href={deskHref(slug, at)}
      aria-current={here(at) ? 'page' : undefined}
    >
      <span className="desk-view-name">{name}</span>
      {count !== null && <span className="meta">{count}</span>}
    </Link>
  )
  return (
    <nav className="desk-views" aria-label="Parts of the queue">
      <h2>Waiting</h2>
      {view('Everything', EVERYTHING, isOpen ? said(all) : null)}
      {SOURCES.filter(
        (source) => source === address.source || counts.some((each) => each.source === source),
      ).map((source) => {
        const count = counts.find((each) => each.source === source)?.count ?? 0
        return view(viewName(source), { ...EVERYTHING, source }, isOpen ? said(count) : null)
      })}
      {view('Assigned to me', { ...EVERYTHING, isMine: true }, address.isMine ? said(all) : null)}
      {view('Put off', { ...EVERYTHING, state: 'snoozed' }, null)}
      <h2>Done</h2>
      {view('Decisions', { ...EVERYTHING, state: 'decided' }, null)}
      <Link className="desk-view" href={`/groups/${slug}/log`}>
        Log
      </Link>
    </nav>
  )
}
