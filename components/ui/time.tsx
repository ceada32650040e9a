import { absoluteTime, relativeTime } from './relative-time'

/** A moment in words, with the whole of it on hover. `now` is an argument so that server and browser say the same. */
export function Time({
  at,
  now,
  className,
}: {
  readonly at: string
  readonly now: Date | null
  readonly className?: string
}) {
  const moment = new Date(at)
  return (
    <time className={className} dateTime={at} title={absoluteTime(moment)}>
      {relativeTime(moment, now)}
    </time>
  )
}
