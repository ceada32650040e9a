// What one is told, kept once for a page: the bell, the entry of the navigation and the inbox show the same.

import { api } from '@/components/api-client'
import { hearOwn } from '@/components/room/own-line'
import { StateCell } from '@/components/ui/store'
import type { NotificationShape, Unread } from '@/lib/notifications/contract'

const SHOWN = 12

export type Notices = Unread & {
  readonly items: readonly NotificationShape[]
  readonly state: 'loading' | 'shown' | 'failed'
}

const NOTHING: Notices = {
  items: [],
  unread: 0,
  unreadBy: { views: {}, groups: {} },
  state: 'loading',
}

class NoticeStore extends StateCell<Notices> {
  #users = 0
  #leave: (() => void) | null = null
  #isAsking = false
  #again = false

  constructor() {
    super(NOTHING)
  }

  /** Keeps what a person is told live while anything shows it. Returns how to end that. */
  use(personId: string): () => void {
    this.#users += 1
    this.#leave ??= this.#begin(personId)
    return () => {
      this.#users -= 1
      if (this.#users > 0) return
      this.#leave?.()
      this.#leave = null
    }
  }

  /** Asks how it stands. Asked while an answer is on its way, it asks once more after it. */
  readonly ask = (): void => {
    if (this.#isAsking) {
      this.#again = true
      return
    }
    this.#again = false
    this.#isAsking = true
    api.notifications
      .list({ limit: SHOWN })
      .then(
        ({ items, unread, unreadBy }) => this.put({ items, unread, unreadBy, state: 'shown' }),
        () => this.getState().state === 'loading' && this.set({ state: 'failed' }),
      )
      .then(() => {
        this.#isAsking = false
        if (this.#again) this.ask()
      })
  }

  /** One of them has been read: at once here, then on the server, which tells every other window. */
  readonly read = (id: string): void => {
    const { items, unread } = this.getState()
    if (items.some((item) => item.id === id && item.readAt === null)) {
      this.set({ unread: unread - 1, items: items.map((item) => asRead(item, item.id === id)) })
    }
    api.notifications.markRead({ id }).then(this.ask, this.ask)
  }

  /** All of them have been read, up to the newest that is known here. */
  readonly readAll = async (upTo = this.getState().items[0]?.id): Promise<void> => {
    if (upTo === undefined) return
    const { items } = this.getState()
    this.set({
      unread: 0,
      unreadBy: NOTHING.unreadBy,
      items: items.map((item) => asRead(item, true)),
    })
    await api.notifications.markAllRead({ upTo }).finally(this.ask)
  }

  #begin(personId: string): () => void {
    const seen = () => {
      if (document.visibilityState === 'visible') this.ask()
    }
    const leave = hearOwn(personId, this.ask)
    document.addEventListener('visibilitychange', seen)
    globalThis.addEventListener('online', this.ask)
    this.ask()
    return () => {
      leave()
      document.removeEventListener('visibilitychange', seen)
      globalThis.removeEventListener('online', this.ask)
    }
  }
}

function asRead(item: NotificationShape, is: boolean): NotificationShape {
  return is && item.readAt === null ? { ...item, readAt: new Date().toISOString() } : item
}

/** The one store of a page. */
export const noticeStore = new NoticeStore()
