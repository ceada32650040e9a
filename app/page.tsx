import type { Metadata } from 'next'
import { DueList } from '@/components/assignments/due-list'
import { LibraryView } from '@/components/library/library-view'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { dueSoon } from '@/lib/assignments/queries/due'
import { currentActor } from '@/lib/auth/session'
import { now } from '@/lib/clock'
import { presentLibrary } from '@/lib/library/present'
import { libraryFor } from '@/lib/library/queries/library'
import './styles/library.css'
import './styles/assignments.css'

export const metadata: Metadata = { title: 'Library' }

const WORDS_MAXIMUM = 200

export default async function LibraryPage({ searchParams }: PageProps<'/'>) {
  const query = await searchParams
  const actor = await currentActor()
  const at = now()
  const words = one(query.q).trim().slice(0, WORDS_MAXIMUM)
  const only = one(query.shelf) || null
  const whole = words === '' && only === null && !one(query.from)
  const [rows, due] = await Promise.all([
    libraryFor(actor, {
      words,
      shelf: only,
      after: one(query.after) || null,
      from: one(query.from) || null,
      now: at,
    }),
    whole && actor.kind === 'signed-in' ? dueSoon(actor) : [],
  ])
  return (
    <PageFrame account={accountOf(actor)} current="library" className="library">
      <LibraryView
        library={presentLibrary(actor, rows)}
        now={at}
        guest={actor.kind === 'anonymous'}
        words={words}
        only={only}
        first={!one(query.from)}
        due={<DueList due={due} now={at} />}
      />
    </PageFrame>
  )
}

function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
