import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { waitingReadings } from '@/lib/annotations/queries/anchor-review'
import { currentActor } from '@/lib/auth/session'
import '../styles/revisions.css'

export const metadata: Metadata = { title: 'Notes to review' }

/** All texts in which notes wait for somebody: his own, those of the groups he leads, those on texts of his. */
export default async function LookPage() {
  const actor = await currentActor()
  if (actor.kind === 'anonymous') redirect('/sign-in?next=%2Fanchors')
  const readings = await waitingReadings(actor)
  return (
    <PageFrame account={accountOf(actor)} here="/anchors" className="revise">
      <header className="rev-head">
        <h1 className="page-title">Notes to review</h1>
        <p className="meta">
          Texts were revised, and it is not sure where these notes belong now. Each keeps its quote
          until someone decides.
        </p>
      </header>
      {readings.length === 0 ? (
        <EmptyState
          title="Nothing waits for you"
          actions={
            <ButtonLink variant="primary" href="/">
              To the library
            </ButtonLink>
          }
        >
          When a text is revised and a passage is reworded beyond certainty, or gone, the notes on
          it wait here for their authors, for those who lead the group, and for the owner of the
          text.
        </EmptyState>
      ) : (
        <ul className="history">
          {readings.map(({ readingId, slug, title, waiting, own }) => (
            <li key={readingId}>
              <span className="history-number num">{waiting}</span>
              <div>
                <h2>
                  <Link href={`/readings/${slug}/anchors`}>{title}</Link>
                </h2>
                <p className="meta">
                  {waiting === 1 ? '1 note waits' : `${waiting} notes wait`}
                  {own > 0 && `, ${own} of your own`}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  )
}
