'use client'

import { useSectionInView } from '@/components/readings/article/use-section-in-view'
import { useRoom } from '@/components/room/context'
import { shownCounts } from '@/components/room/coverage'
import type { RoomSection, RoomState } from '@/components/room/state'
import { Avatars } from '@/components/ui/avatar'

/** The sections of the text with how many notes each has, what is new, and who reads there now. */
export function Contents({ onLeave }: { readonly onLeave?: () => void }) {
  const sections = useRoom(({ reading }) => reading.sections)
  const current = useSectionInView()
  // The uppermost headings of a text may be of any level: what counts is how many stand above.
  const levels = [...new Set(sections.map(({ level }) => level).filter(Boolean))].sort(
    (a, b) => a - b,
  )
  return (
    <ol className="contents">
      {sections.map((section) => (
        <Entry
          key={section.id}
          section={section}
          depth={levels.indexOf(section.level)}
          current={section.id === current}
          onLeave={onLeave}
        />
      ))}
    </ol>
  )
}

function Entry({
  section: { id, title },
  depth,
  current,
  onLeave,
}: {
  readonly section: RoomSection
  readonly depth: number
  readonly current: boolean
  readonly onLeave?: () => void
}) {
  const notes = useRoom((state) => countOf(state, id)?.notes ?? 0)
  const unread = useRoom((state) => countOf(state, id)?.unread ?? 0)
  return (
    <li data-depth={depth}>
      <a href={`#s-${id}`} aria-current={current ? 'location' : undefined} onClick={onLeave}>
        <span className="t" title={title}>
          {shortTitle(title)}
        </span>
        <span className="n num">
          {unread > 0 && <span className="unread" title={`${unread} unread`} aria-hidden="true" />}
          {notes > 0 && <span aria-hidden="true">{notes}</span>}
          <span className="vh">{countWords(notes, unread)}</span>
        </span>
      </a>
      <HereNow sectionId={id} />
    </li>
  )
}

function countOf(state: RoomState, id: string) {
  return shownCounts(state).find((count) => count.sectionId === id)
}

/** "3 notes, 4 unread", as one name: unread replies count, too. */
function countWords(notes: number, unread: number): string {
  if (notes === 0 && unread === 0) return ''
  const told = notes === 1 ? '1 note' : `${notes} notes`
  return unread > 0 ? `${told}, ${unread} unread` : told
}

function HereNow({ sectionId }: { readonly sectionId: string }) {
  const presence = useRoom((state) => state.presence)
  const me = useRoom((state) => state.me)
  const here = presence.filter((person) => person.sectionId === sectionId && person.id !== me?.id)
  if (here.length === 0) return null
  const names = here.map(({ name }) => name).join(', ')
  return (
    <span className="herenow">
      <Avatars people={here.slice(0, 4)} size={20} label={names} />
      {here.length > 4 ? `and ${here.length - 4} more here now` : 'here now'}
    </span>
  )
}

/** "The Military Dimension: Troop Deployment and Capabilities" by its first half; the whole where that says too little. */
function shortTitle(title: string): string {
  const [first = ''] = title.split(/: | – | — /)
  return title.length > 30 && first.length >= 8 ? first : title
}
