import { Avatar } from '@/components/ui/avatar'
import { Icon } from '@/components/ui/icon'
import { Time } from '@/components/ui/time'
import { type InboxLine, lineWords } from './inbox-groups'

/** One line of the inbox. A link, so that it can be opened in another window; a plain click shows the conversation beside the list. */
export function InboxRow({
  line,
  now,
  isCurrent,
  onOpen,
}: {
  readonly line: InboxLine
  readonly now: Date
  readonly isCurrent: boolean
  /** Gives whether it shows the conversation here; otherwise the link is followed. */
  readonly onOpen: () => boolean
}) {
  const { names, deed, excerpt, href } = lineWords(line)
  const [{ actor, reading, about, createdAt }] = line.notices
  const isNew = line.unread > 0
  return (
    <li className={isNew ? 'inbox-row is-new' : 'inbox-row'} data-line={line.key}>
      <a
        href={href}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          if (onOpen()) event.preventDefault()
        }}
      >
        {actor ? (
          <Avatar name={actor.name} size={28} />
        ) : (
          <span className="inbox-icon">
            <Icon name="info" />
          </span>
        )}
        <span className="inbox-words">
          <span className="inbox-deed">
            {isNew && <span className="vh">Unread: </span>}
            {names !== '' && <strong dir="auto">{names}</strong>} {deed}
          </span>
          {excerpt !== '' && (
            <span className="inbox-excerpt" dir="auto">
              {excerpt}
            </span>
          )}
          <span className="inbox-place meta" dir="auto">
            {[reading?.title, about && `“${about}”`].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className="inbox-when">
          <Time className="meta nowrap" at={createdAt} now={now} />
          {isNew && <span className="inbox-dot" aria-hidden="true" />}
        </span>
      </a>
    </li>
  )
}
