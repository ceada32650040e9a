import type { Metadata } from 'next'
import { History } from '@/components/revisions/history'
import { RevisionCrumbs } from '@/components/revisions/revision-crumbs'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { currentActor } from '@/lib/auth/session'
import { decoded, only, orNotFound } from '@/lib/pages/found'
import { can } from '@/lib/policy/rules'
import { readingFor } from '@/lib/readings/queries/readings'
import { presentRevision } from '@/lib/revisions/present'
import { listRevisions } from '@/lib/revisions/queries/revisions'
import '../../../styles/revisions.css'

export const metadata: Metadata = { title: 'Revisions' }

const PER_PAGE = 50

type Props = {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<{ cursor?: string | string[] }>
}

/** How a text came to be what it is: every revision, by whom, why, and what became of the notes. */
export default async function RevisionsPage({ params, searchParams }: Props) {
  const [{ slug }, { cursor }, actor] = await Promise.all([params, searchParams, currentActor()])
  const reading = await orNotFound(readingFor(actor, decoded(slug)))
  const page = await orNotFound(listRevisions(reading, { limit: PER_PAGE, cursor: only(cursor) }))
  const mayEdit = can(actor, 'reading.edit', reading)
  const here = `/readings/${reading.slug}/revisions`
  return (
    <PageFrame account={accountOf(actor)} here={here} className="revise">
      <header className="rev-head">
        <RevisionCrumbs reading={reading} history={false} />
        <div className="rev-line">
          <h1 className="page-title">Revisions</h1>
          {mayEdit && (
            <ButtonLink className="push" icon="edit" href={`/readings/${reading.slug}/edit`}>
              Edit the text
            </ButtonLink>
          )}
        </div>
      </header>
      <History
        reading={{
          id: reading.id,
          slug: reading.slug,
          currentId: reading.currentRevision?.id ?? '',
        }}
        revisions={page.items.map((row) => presentRevision(row, mayEdit))}
        mayEdit={mayEdit}
      />
      {page.nextCursor && (
        <a href={`${here}?cursor=${encodeURIComponent(page.nextCursor)}`}>Earlier revisions</a>
      )}
    </PageFrame>
  )
}
