import type { Metadata } from 'next'
import { ChangedSections } from '@/components/revisions/changed-sections'
import { ChangesHead } from '@/components/revisions/changes-head'
import { ChangesToc } from '@/components/revisions/changes-toc'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { decoded, orNotFound } from '@/lib/pages/found'
import { loadChanges } from '@/lib/pages/reading/changes'
import '../../../../styles/revisions.css'

export const metadata: Metadata = { title: 'What changed' }

type Props = {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<Partial<Record<'from' | 'to', string | string[]>>>
}

/** What changed between two revisions of a text, section by section, with the notes that hang on it. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const asked = { from: only(query.from), to: only(query.to) }
  const loaded = await orNotFound(loadChanges(decoded(slug), asked))
  const { actor, reading, sections, hanging, text } = loaded
  return (
    <PageFrame
      account={accountOf(actor)}
      here={`/readings/${reading.slug}/revisions/changes`}
      className="revise"
    >
      <ChangesHead {...loaded} />
      <section className="diff" aria-label="Changes by section">
        <ChangesToc sections={sections} />
        <ChangedSections sections={sections} hanging={hanging} reading={reading} text={text} />
      </section>
    </PageFrame>
  )
}

function only(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
