'use client'

import { useLetterKey } from '@/components/keyboard/use-letter-key'
import { type InboxLine, lineWords } from './inbox-groups'
import { isNote, muteThread, readLine } from './line-acts'

/** `j` and `k` step through the conversations, `o` opens one in its text, `e` marks it as read, `m` mutes it. */
export function useInboxKeys({
  lines,
  open,
  onShow,
}: {
  readonly lines: readonly InboxLine[]
  readonly open: InboxLine | null
  readonly onShow: (line: InboxLine | undefined) => boolean
}): void {
  const step = (by: 1 | -1): boolean => {
    const readable = lines.filter(isNote)
    const at = readable.findIndex(({ key }) => key === open?.key)
    const next = readable[at < 0 ? 0 : at + by]
    if (next)
      document.querySelector(`[data-line="${next.key}"] a`)?.scrollIntoView({ block: 'nearest' })
    return onShow(next)
  }
  useLetterKey('j', () => step(1))
  useLetterKey('k', () => step(-1))
  useLetterKey('o', () => {
    if (open) window.location.assign(lineWords(open).href)
    return open !== null
  })
  useLetterKey('e', () => {
    if (open) readLine(open)
    return open !== null
  })
  useLetterKey('m', () => {
    if (open) void muteThread(open.key)
    return open !== null
  })
}
