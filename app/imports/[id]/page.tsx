import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ImportView } from '@/components/importing/import-view'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { currentActor } from '@/lib/auth/session'
import { orNotFound } from '@/lib/pages/found'
import { loadImport, shelvesOf } from '@/lib/pages/import'
import '../../styles/text.css'
import '../../styles/text-parts.css'
import '../../styles/new-reading.css'
import '../../styles/importing.css'

export const metadata: Metadata = { title: 'Import text' }

export default async function ImportPage({ params, searchParams }: PageProps<'/imports/[id]'>) {
  const [actor, { id }, { group }] = await Promise.all([currentActor(), params, searchParams])
  if (actor.kind === 'anonymous') redirect(`/sign-in?next=${encodeURIComponent(`/imports/${id}`)}`)
  const [loaded, shelves] = await Promise.all([orNotFound(loadImport(actor, id)), shelvesOf(actor)])
  const shelf = shelves.find(({ slug }) => slug === group) ?? shelves[0]
  return (
    <PageFrame
      account={accountOf(actor)}
      current="library"
      className="new-reading-page import-page"
    >
      <ImportView {...loaded} personId={actor.personId} shelves={shelves} shelf={shelf?.id ?? ''} />
    </PageFrame>
  )
}
