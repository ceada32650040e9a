import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { SectionNotes } from '@/components/annotations/plain/section-notes'
import { ArticleText } from '@/components/readings/article/article-text'
import { PastHead } from '@/components/revisions/past-head'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { decoded, orNotFound } from '@/lib/pages/found'
import { loadPast } from '@/lib/pages/reading/past-revision'
import { preferencesShown } from '@/lib/pages/reading/preferences'
import { preferenceAttributes } from '@/lib/readings/reading-preferences'
import { textDirection } from '@/lib/text/direction'
import '../../../../styles/revisions.css'

type Props = {
  readonly params: Promise<{ slug: string; number: string }>
  readonly searchParams: Promise<{ group?: string | string[] }>
}

export const metadata: Metadata = { title: 'An earlier revision', robots: { index: false } }

/** A text as it stood in one of its revisions, to be read. */
export default async function RevisionPage({ params, searchParams }: Props) {
  const [{ slug, number }, { group: asked }] = await Promise.all([params, searchParams])
  if (!/^[1-9]\d{0,5}$/.test(number)) notFound()
  const named = typeof asked === 'string' ? asked : undefined
  const past = await orNotFound(loadPast(decoded(slug), Number(number), named))
  const { actor, reading, group, revision, sections, whole } = past
  const shelf = group ? `?group=${group.slug}` : ''
  const page = `/readings/${reading.slug}${shelf}`
  if (revision.isCurrent) redirect(page)
  const here = `/readings/${reading.slug}/revisions/${number}`
  const head = <PastHead reading={reading} revision={revision} whole={whole} href={page} />
  return (
    <PageFrame account={accountOf(actor)} here={here} className="past">
      <div className="past-text" {...preferenceAttributes(await preferencesShown())}>
        <ArticleText
          sections={sections}
          language={reading.language}
          direction={textDirection(reading.direction, reading.language)}
          long={false}
          head={head}
          after={({ notes, total }) => (
            <SectionNotes notes={notes} total={total} href={page} moreHref={page} />
          )}
        />
      </div>
    </PageFrame>
  )
}
