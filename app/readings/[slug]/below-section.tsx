import { Activity } from 'react'
import { SectionNotes } from '@/components/annotations/plain/section-notes'
import { SectionGate } from '@/components/assignments/section-gate'
import { SectionDebate } from '@/components/debates/section-debate'
import { SectionTalk } from '@/components/readings/article/section-talk'
import type { roomOf } from '@/lib/pages/reading/page'

type Room = Awaited<ReturnType<typeof roomOf>>

/** What stands below a section of a reading: what is not shown yet, what is said of it, its debate. */
export function BelowSection({
  room: { group, assignment, href },
  section: { sectionId, title, bar, notes, total },
}: {
  readonly room: Room
  readonly section: Room['sections'][number]
}) {
  return (
    <>
      {assignment && <SectionGate sectionId={sectionId} />}
      <SectionTalk sectionId={sectionId} />
      {group && !assignment && (
        <SectionDebate
          sectionId={sectionId}
          title={title}
          bar={bar ?? null}
          href={href.debateOn(sectionId)}
        />
      )}
      {/* For paper and for browsers without scripts: it stands in the page as it is sent, and comes alive behind the rest. */}
      <Activity>
        <SectionNotes
          notes={notes}
          staff={group?.staff}
          total={total}
          href={href.page}
          moreHref={href.notesOn(sectionId)}
        />
      </Activity>
    </>
  )
}
