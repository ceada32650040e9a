import { Button } from '@/components/ui/button'
import { type InboxLine, lineWords } from './inbox-groups'
import { muteThread, readLine } from './line-acts'
import { ThreadPreview } from './thread-preview'

/** The conversation that is open beside the list. */
export function OpenLine({
  line,
  onClose,
}: {
  readonly line: InboxLine
  readonly onClose: () => void
}) {
  const { href } = lineWords(line)
  const [{ reading, group }] = line.notices
  const oldestNew = line.notices.findLast(({ readAt }) => readAt === null)
  return (
    <>
      <header className="inbox-head">
        <Button size="sm" icon="back" className="inbox-back" onClick={onClose}>
          Inbox
        </Button>
        <span className="meta" dir="auto">
          {[group?.name, reading?.title].filter(Boolean).join(' · ')}
        </span>
        <a className="strong" href={href}>
          Open in the text
        </a>
        <Button size="sm" icon="bell" onClick={() => muteThread(line.key)}>
          Mute thread
        </Button>
      </header>
      <ThreadPreview
        threadId={line.key}
        href={href}
        newSince={oldestNew?.createdAt ?? null}
        onRead={() => {
          if (line.unread > 0) readLine(line)
        }}
      />
    </>
  )
}
