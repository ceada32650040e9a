import type { Metadata } from 'next'
import { DraftsButton } from '@/components/annotations/drafts/drafts-button'
import { DebatePage } from '@/components/debates/debate-page'
import { accountOf } from '@/components/shell/account'
import { type DebateRequest, debateOf } from '@/lib/pages/reading/debates'

export async function generateMetadata(request: DebateRequest): Promise<Metadata> {
  const { section, reading } = await debateOf(request)
  return { title: `Debate on ${section.title || reading.title}` }
}

/** The debate on one section, on a page of its own. */
export default async function SectionDebatePage(request: DebateRequest) {
  const { actor, reading, section, debate, href, start } = await debateOf(request)
  const { read } = await request.searchParams
  return (
    <DebatePage
      account={accountOf(actor)}
      start={start}
      title={section.title || reading.title}
      sectionId={section.sectionId}
      debate={debate}
      silently={read === 'silently'}
      href={href}
      drafts={<DraftsButton of="claim" />}
    />
  )
}
