// What can be done with a line of the inbox.

import { api } from '@/components/api-client'
import { notify } from '@/components/ui/toast'
import { ApiProblem } from '@/lib/api/client'
import type { InboxLine } from './inbox-groups'
import { noticeStore } from './notice-store'

/** Whether it is read beside the list: a debate is not, its claims lead there. */
export function isNote({ notices: [{ threadId, onClaim }] }: InboxLine): boolean {
  return threadId !== null && !onClaim
}

/** All that is told in it has been read. */
export function readLine({ notices }: InboxLine): void {
  for (const { id, readAt } of notices) if (readAt === null) noticeStore.read(id)
}

/** Tells no more of a conversation, and says so. */
export async function muteThread(id: string): Promise<void> {
  try {
    await api.notifications.watch({ kind: 'thread', id, level: 'muted' })
    notify({
      text: 'Thread muted. You still hear of mentions of you.',
      action: {
        label: 'Undo',
        run: () => void api.notifications.unwatch({ kind: 'thread', id }).catch(() => {}),
      },
    })
  } catch (error) {
    notify({ text: error instanceof ApiProblem ? error.message : 'The thread was not muted.' })
  }
}
