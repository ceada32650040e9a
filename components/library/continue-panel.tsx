import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { relativeTime } from '@/components/ui/relative-time'
import type { LibraryStop } from '@/lib/library/shape'

/** Where one stopped reading, in its own words, and the way back there. */
export function ContinuePanel({ stop, now }: { readonly stop: LibraryStop; readonly now: Date }) {
  const place = `section ${stop.section} of ${stop.sections}`
  return (
    <Link className="continue" href={stop.href}>
      <span className="meta">You stopped here {relativeTime(new Date(stop.at), now)}</span>
      <span className="c-quote">{stop.excerpt}</span>
      <span className="c-foot">
        <span>{stop.title}</span>
        <span className="meta">
          {stop.groupName === null ? place : `${stop.groupName}, ${place}`}
        </span>
        <span className="push go">
          Continue <Icon name="arrow" />
        </span>
      </span>
    </Link>
  )
}
