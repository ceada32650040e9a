'use client'

import { useRoom } from '@/components/room/context'
import { Button, ButtonLink } from '@/components/ui/button'

/** Says that the text was revised since this page was opened. Nothing here changes until the reader asks for it. */
export function RevisedBar() {
  const revised = useRoom((state) => state.revised)
  const slug = useRoom(({ reading }) => reading.slug)
  const from = useRoom(({ reading }) => reading.revision)
  const writing = useRoom(({ pending }) => pending !== null)
  if (!revised) return null
  return (
    <section className="revised-bar" aria-label="The text was revised">
      <p>
        <b>{revised.createdBy.name}</b> revised this text
        {revised.message !== '' && <>: “{revised.message}”</>}
        {writing && (
          <span className="meta"> Post what you write first; it will be led to the new words.</span>
        )}
      </p>
      <ButtonLink
        variant="quiet"
        size="sm"
        href={`/readings/${slug}/revisions/changes?from=${from}&to=${revised.number}`}
      >
        What changed
      </ButtonLink>
      {!writing && (
        <Button size="sm" onClick={() => location.reload()}>
          Read revision {revised.number}
        </Button>
      )}
    </section>
  )
}
