import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NewReadingForm } from '@/components/importing/new-reading-form'
import { OpenImports } from '@/components/importing/open-imports'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { currentActor } from '@/lib/auth/session'
import { ownGroups } from '@/lib/groups/queries'
import { presentImport } from '@/lib/importing/present'
import { unsavedImports } from '@/lib/importing/queries'
import { can } from '@/lib/policy/rules'
import '../../styles/new-reading.css'
import '../../styles/importing.css'

export const metadata: Metadata = { title: 'Add a reading' }

type Props = { readonly searchParams: Promise<{ group?: string | string[] }> }

export default async function NewReadingPage({ searchParams }: Props) {
  const [actor, { group: wanted }] = await Promise.all([currentActor(), searchParams])
  if (actor.kind === 'anonymous') redirect('/sign-in?next=%2Freadings%2Fnew')
  const [groups, unsaved] = await Promise.all([ownGroups(actor), unsavedImports(actor)])
  const shelves = groups
    .filter((group) => can(actor, 'reading.create', { group }))
    .map(({ id, slug, name }) => ({ id, slug, name }))
  const shelf = shelves.find(({ slug }) => slug === wanted) ?? shelves[0]
  return (
    <PageFrame account={accountOf(actor)} current="library" className="new-reading-page">
      <header className="page-head">
        <h1 className="page-title">Add a reading</h1>
      </header>
      <OpenImports imports={unsaved.map(presentImport)} />
      <NewReadingForm personId={actor.personId} shelves={shelves} shelf={shelf?.id ?? ''} />
    </PageFrame>
  )
}
