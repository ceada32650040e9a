import { absoluteTime, relativeTime } from './relative-time'

/** A moment in relative words, with the whole of it on hover. `now` is an argument so that server and browser say the same. */
export function Time({
  at,
  now,
  className,
}: {
  readonly at: string
  readonly now: Date
  readonly className?: string
}) {
  const moment = new Date(at)
  return (
    <time className={className} dateTime={at} title={absoluteTime(moment)}>
      {relativeTime(moment, now)}
    </time>
  )
}
