import type { Metadata } from 'next'
import { NoteList } from '@/components/annotations/plain/note-list'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { listAnnotations } from '@/lib/annotations/queries/list-annotations'
import { currentActor } from '@/lib/auth/session'
import { staffOf } from '@/lib/groups/queries'
import { decoded, only, orNotFound } from '@/lib/pages/found'
import { listed } from '@/lib/pages/reading/listed-notes'
import { placeIn } from '@/lib/pages/reading/place'
import { readingFor } from '@/lib/readings/queries/readings'
import { roomHref } from '@/lib/readings/room-href'

type Query = Partial<Record<'group' | 'assignment' | 'section' | 'cursor', string | string[]>>
type Props = {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<Query>
}

const NOTES = 50
const REPLIES = 200

export const metadata: Metadata = { title: 'Notes' }

/** All notes of a reading as plain pages: for browsers without scripts, for reading on paper. */
export default async function NotesPage({ params, searchParams }: Props) {
  const [{ slug }, query, actor] = await Promise.all([params, searchParams, currentActor()])
  const { reading, group, task, page } = await orNotFound(load(actor, decoded(slug), query))
  const assignment = task && { id: task.id }
  const href = roomHref({ reading, group, assignment })
  const section = only(query.section)
  const next = new URLSearchParams({
    ...(assignment ? { assignment: assignment.id } : group ? { group: group.slug } : {}),
    ...(section ? { section } : {}),
    cursor: page.nextCursor ?? '',
  })
  return (
    <PageFrame account={accountOf(actor)} here={href} className="notes-page">
      <p className="meta">
        <a href={href}>{reading.title}</a>
        {group && ` · ${group.name}`}
        {task && ` · ${task.title}`}
      </p>
      <h1 className="page-title">Notes</h1>
      <NoteList
        notes={await listed(actor, page.items, REPLIES)}
        staff={group ? await staffOf(group) : []}
        href={href}
      />
      {page.nextCursor && <a href={`/readings/${reading.slug}/notes?${next}`}>Further notes</a>}
    </PageFrame>
  )
}

async function load(actor: Awaited<ReturnType<typeof currentActor>>, slug: string, query: Query) {
  const reading = await readingFor(actor, slug)
  const place = { group: only(query.group), assignment: only(query.assignment) }
  const { group, task } = await placeIn(actor, reading, place)
  const section = only(query.section)
  const page = await listAnnotations(actor, reading, {
    sort: 'place',
    limit: NOTES,
    groupId: group?.id,
    assignmentId: task?.id,
    cursor: only(query.cursor),
    ...(section === 'reading' ? { on: 'reading' } : { sectionId: section }),
  })
  return { reading, group, task, page }
}
