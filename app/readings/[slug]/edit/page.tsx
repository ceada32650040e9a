import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EditHead } from '@/components/reading-editor/edit-head'
import { LazyEditPage } from '@/components/reading-editor/lazy-edit-page'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { currentActor } from '@/lib/auth/session'
import { decoded, orNotFound } from '@/lib/pages/found'
import { loadEdit } from '@/lib/pages/reading/editing'
import { preferencesShown } from '@/lib/pages/reading/preferences'
import { preferenceAttributes } from '@/lib/readings/reading-preferences'
import '../../../styles/writing.css'
import '../../../styles/revisions.css'

export const metadata: Metadata = { title: 'Edit the text' }

type Props = { readonly params: Promise<{ slug: string }> }

/** Where the owner of a text revises it. */
export default async function EditReadingPage({ params }: Props) {
  const [{ slug }, actor] = await Promise.all([params, currentActor()])
  const here = `/readings/${slug}/edit`
  if (actor.kind === 'anonymous') redirect(`/sign-in?next=${encodeURIComponent(here)}`)
  const { reading, start } = await orNotFound(loadEdit(actor, decoded(slug)))
  return (
    <PageFrame account={accountOf(actor)} here={here} className="edit-page">
      {start ? (
        <div {...preferenceAttributes(await preferencesShown())}>
          <EditHead reading={reading} />
          <LazyEditPage key={`${start.base.id}/${start.version}`} {...start} />
        </div>
      ) : (
        <EmptyState
          level={1}
          title="You may read this text, not edit it"
          actions={
            <ButtonLink variant="primary" href={`/readings/${reading.slug}`}>
              Read it
            </ButtonLink>
          }
        >
          Only its owner revises a text. What you think of it you can write in its margin.
        </EmptyState>
      )}
    </PageFrame>
  )
}
