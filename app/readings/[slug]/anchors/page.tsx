import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AnchorReviewQueue } from '@/components/revisions/anchor-review-queue'
import { RevisionCrumbs } from '@/components/revisions/revision-crumbs'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { presentAnnotation } from '@/lib/annotations/present'
import { anchorReviewCount, anchorReviewQueue } from '@/lib/annotations/queries/anchor-review'
import { currentActor } from '@/lib/auth/session'
import { decoded, orNotFound } from '@/lib/pages/found'
import { readingFor } from '@/lib/readings/queries/readings'
import { revisionText } from '@/lib/readings/queries/revisions'
import { inSentence } from '@/lib/text/sentence-around'
import '../../../styles/revisions.css'

export const metadata: Metadata = { title: 'Notes to review' }

const PER_PAGE = 50
const AROUND = 220

type Props = { readonly params: Promise<{ slug: string }> }

/** The notes of a text whose place is not sure, for those who may say where they stand. */
export default async function LookPage({ params }: Props) {
  const [{ slug }, actor] = await Promise.all([params, currentActor()])
  const here = `/readings/${slug}/anchors`
  if (actor.kind === 'anonymous') redirect(`/sign-in?next=${encodeURIComponent(here)}`)
  const reading = await orNotFound(readingFor(actor, decoded(slug)))
  const revision = reading.currentRevision
  const [page, total, text] = await Promise.all([
    anchorReviewQueue(actor, reading, { limit: PER_PAGE }),
    anchorReviewCount(actor, reading.id),
    revision ? revisionText(revision.id) : null,
  ])
  const { language } = reading
  const items = page.items.map((row) => {
    const { start, end } = row
    const place = start === null || end === null || !text ? null : { start, end }
    return {
      note: presentAnnotation(actor, row),
      now: place && text && inSentence(text.text, place, { language, most: AROUND }),
      section: text?.sections.find(({ sectionId }) => sectionId === row.sectionId)?.title ?? null,
      group: reading.shelves.find(({ group }) => group.id === row.groupId)?.group.slug ?? null,
    }
  })
  return (
    <PageFrame account={accountOf(actor)} here={here} className="revise">
      <header className="rev-head">
        <RevisionCrumbs reading={reading} />
        <h1 className="page-title">Notes to review</h1>
        <p className="meta">Nothing was lost: each keeps its quote until someone decides.</p>
      </header>
      <AnchorReviewQueue
        key={items.map(({ note }) => note.id).join()}
        items={items}
        total={total}
        reading={{
          slug: reading.slug,
          language,
          direction: reading.direction,
          revision: revision?.number ?? 1,
        }}
      />
    </PageFrame>
  )
}
