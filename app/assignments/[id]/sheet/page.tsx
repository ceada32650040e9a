import type { Metadata } from 'next'
import Link from 'next/link'
import { PreparationSheet } from '@/components/preparation/preparation-sheet'
import { PrintButton } from '@/components/preparation/print-button'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { siteUrl } from '@/lib/auth/ways'
import { loadLed } from '@/lib/pages/assignment'
import { orNotFound } from '@/lib/pages/found'
import { sheetOf } from '@/lib/preparation/queries/overview'
import { readingFor } from '@/lib/readings/queries/readings'
import { momentWords } from '@/lib/time-zone'
import '../../../styles/preparation.css'
import '../../../styles/sheet.css'

export const metadata: Metadata = { title: 'Preparation sheet' }

/** One page to walk into the room with: what was contested, not understood, not touched. */
export default async function SheetPage({ params }: PageProps<'/assignments/[id]/sheet'>) {
  const { id } = await params
  const { actor, row, course, assignment, at } = await loadLed(id)
  const reading = await orNotFound(readingFor(actor, row.readingId))
  const sheet = await sheetOf(actor, row, reading, at)
  const { timeZone } = assignment
  return (
    <PageFrame
      account={accountOf(actor)}
      current="groups"
      here={`/assignments/${id}/sheet`}
      className="sheet-page"
    >
      <div className="sheet-tools spread">
        <Link href={`/assignments/${id}`}>Overview</Link>
        <span className="meta">Made by rule from the notes; every item leads to its place.</span>
        <PrintButton />
      </div>
      <PreparationSheet
        sheet={sheet}
        course={course}
        assignment={assignment}
        revision={reading.currentRevision?.number ?? 1}
        at={momentWords(at, timeZone)}
        address={siteUrl(`/assignments/${id}/sheet`)}
      />
    </PageFrame>
  )
}
