import type { Metadata } from 'next'
import { Activity } from 'react'
import { NotesAside } from '@/components/annotations/panels/notes-aside'
import { SectionNotes } from '@/components/annotations/plain/section-notes'
import { AssignedHere } from '@/components/assignments/assigned-here'
import { AssignmentBar } from '@/components/assignments/assignment-bar'
import { OfAssignment } from '@/components/assignments/of-assignment'
import { SectionGate } from '@/components/assignments/section-gate'
import { SectionPrompt } from '@/components/assignments/section-prompt'
import { CitedPassages } from '@/components/debates/cited-passages'
import { PassageLink } from '@/components/debates/passage-link'
import { SectionDebate } from '@/components/debates/section-debate'
import { ArticleText } from '@/components/readings/article/article-text'
import { textDirection } from '@/components/readings/article/direction'
import { SectionTalk } from '@/components/readings/article/section-talk'
import { RoomPage } from '@/components/readings/page/room-page'
import { TextHead } from '@/components/readings/page/text-head'
import { accountOf } from '@/components/shell/account'
import { currentActor } from '@/lib/auth/session'
import { siteUrl } from '@/lib/auth/ways'
import { lookShown } from './look-shown'
import { type RoomRequest, roomOf } from './room-of'

export async function generateMetadata(request: RoomRequest): Promise<Metadata> {
  const { reading } = await roomOf(request)
  return { title: reading.title, authors: reading.authors.map((name) => ({ name })) }
}

/** A text with what readers say of it. */
export default async function ReadingPage(request: RoomRequest) {
  const {
    reading,
    group,
    bars,
    shelves,
    start,
    sections,
    buckets,
    isLong,
    stopped,
    waiting,
    since,
    href,
    assignment,
    running,
  } = await roomOf(request)
  const prompts = new Map(assignment?.sections.map(({ id, prompt }) => [id, prompt]))
  return (
    <RoomPage
      account={accountOf(await currentActor())}
      start={start}
      shelves={shelves}
      look={await lookShown()}
      buckets={buckets}
      aside={<NotesAside groups={shelves} />}
    >
      <OfAssignment assignment={assignment}>
        <ArticleText
          sections={sections}
          language={reading.language}
          direction={textDirection(reading.direction, reading.language)}
          long={isLong}
          head={
            <>
              <p className="print-only meta">
                {siteUrl(href.page)}, revision {reading.revision.number}
              </p>
              <TextHead
                reading={reading}
                notesHref={href.notesOn('reading')}
                debatesHref={bars.length > 0 ? href.debates : null}
                stopped={stopped}
                waiting={waiting}
                since={since}
              />
              {assignment ? (
                <AssignmentBar />
              ) : (
                <AssignedHere slug={reading.slug} assignments={running} />
              )}
            </>
          }
          before={({ sectionId }) => <SectionPrompt prompt={prompts.get(sectionId)} />}
          after={({ sectionId, title, bar, notes, total }) => (
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
                  total={total}
                  href={href.page}
                  moreHref={href.notesOn(sectionId)}
                />
              </Activity>
            </>
          )}
        />
      </OfAssignment>
      <PassageLink />
      {bars.length > 0 && <CitedPassages />}
    </RoomPage>
  )
}
