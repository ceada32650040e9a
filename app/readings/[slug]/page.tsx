import type { Metadata } from 'next'
import { NotesAside } from '@/components/annotations/panels/notes-aside'
import { AssignedHere } from '@/components/assignments/assigned-here'
import { AssignmentBar } from '@/components/assignments/assignment-bar'
import { OfAssignment } from '@/components/assignments/of-assignment'
import { SectionPrompt } from '@/components/assignments/section-prompt'
import { CitedPassages } from '@/components/debates/cited-passages'
import { PassageLink } from '@/components/debates/passage-link'
import { ArticleText } from '@/components/readings/article/article-text'
import { RoomPage } from '@/components/readings/page/room-page'
import { TextHead } from '@/components/readings/page/text-head'
import { accountOf } from '@/components/shell/account'
import { currentActor } from '@/lib/auth/session'
import { siteUrl } from '@/lib/auth/ways'
import { type RoomRequest, roomOf } from '@/lib/pages/reading/page'
import { preferencesShown } from '@/lib/pages/reading/preferences'
import { textDirection } from '@/lib/text/direction'
import { BelowSection } from './below-section'

export async function generateMetadata(request: RoomRequest): Promise<Metadata> {
  const { reading } = await roomOf(request)
  return { title: reading.title, authors: reading.authors.map((name) => ({ name })) }
}

/** A text with what readers say of it. */
export default async function ReadingPage(request: RoomRequest) {
  const room = await roomOf(request)
  const { reading, bars, shelves, start, href, assignment } = room
  const prompts = new Map(assignment?.sections.map(({ id, prompt }) => [id, prompt]))
  return (
    <RoomPage
      account={accountOf(await currentActor())}
      start={start}
      shelves={shelves}
      look={await preferencesShown()}
      buckets={room.buckets}
      aside={<NotesAside groups={shelves} />}
    >
      <OfAssignment assignment={assignment}>
        <ArticleText
          sections={room.sections}
          language={reading.language}
          direction={textDirection(reading.direction, reading.language)}
          long={room.isLong}
          head={
            <>
              <p className="print-only meta">
                {siteUrl(href.page)}, revision {reading.revision.number}
              </p>
              <TextHead
                reading={reading}
                notesHref={href.notesOn('reading')}
                debatesHref={bars.length > 0 ? href.debates : null}
                stopped={room.stopped}
                waiting={room.waiting}
                since={room.since}
              />
              {assignment ? (
                <AssignmentBar />
              ) : (
                <AssignedHere slug={reading.slug} assignments={room.running} />
              )}
            </>
          }
          before={({ sectionId }) => <SectionPrompt prompt={prompts.get(sectionId)} />}
          after={(section) => <BelowSection room={room} section={section} />}
        />
      </OfAssignment>
      <PassageLink />
      {bars.length > 0 && <CitedPassages />}
    </RoomPage>
  )
}
