import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ArticleText } from '@/components/readings/article-text'
import { LOOK_COOKIE, lookFrom } from '@/components/readings/reading-look'
import { RoomPage } from '@/components/readings/room-page'
import { bucketsOf } from '@/components/readings/strip-buckets'
import { TextHead } from '@/components/readings/text-head'
import { accountOf } from '@/components/shell/account'
import { currentActor } from '@/lib/auth/session'
import { NotFound } from '@/lib/errors'
import { sectionAt } from '@/lib/text/document'
import { type LoadedRoom, loadRoom } from './load-room'

type Props = {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<{ group?: string | string[] }>
}

const LONG = 30_000

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { reading } = await roomOf(props)
  return { title: reading.title, authors: reading.authors.map((name) => ({ name })) }
}

export default async function ReadingPage(props: Props) {
  const { reading, group, shelves, start, rendered, text, position } = await roomOf(props)
  const look = lookFrom((await cookies()).get(LOOK_COOKIE)?.value)
  const notesHref = `/readings/${reading.slug}/notes${group ? `?group=${group.slug}` : ''}`
  return (
    <RoomPage
      account={accountOf(await currentActor())}
      start={start}
      shelves={shelves}
      look={look}
      buckets={bucketsOf(reading.sections, text.blocks)}
    >
      <ArticleText
        sections={rendered}
        language={reading.language}
        long={text.text.length > LONG}
        head={
          <TextHead
            reading={reading}
            notesHref={notesHref}
            stopped={stoppedAt(reading, position)}
          />
        }
        after={() => null}
      />
    </RoomPage>
  )
}

const load = cache(async (slug: string, group: string | undefined) =>
  loadRoom(await currentActor(), slug, group),
)

async function roomOf({ params, searchParams }: Props): Promise<LoadedRoom> {
  const [{ slug }, { group }] = await Promise.all([params, searchParams])
  try {
    return await load(decodeURIComponent(slug), typeof group === 'string' ? group : undefined)
  } catch (error) {
    if (error instanceof NotFound) notFound()
    throw error
  }
}

function stoppedAt({ sections }: LoadedRoom['reading'], position: number | null) {
  const section = position ? sectionAt(sections, position) : undefined
  if (!section || position === null || section === sections[0]) return null
  return { offset: position, sectionId: section.id, title: section.title }
}
