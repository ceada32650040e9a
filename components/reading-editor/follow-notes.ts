// Asks the worker where notes stand; one question at a time, and only the newest answer counts.

import type { Followed, NotePassage } from '@/lib/text/editing/followed-notes'

/** Answers with the notes' passages in the text written, or null when a newer question was asked meanwhile. */
export type FollowNotes = (question: Followed) => Promise<readonly NotePassage[] | null>

/** A follower with a worker of its own, begun at the first question. `end` stops it. */
export function noteFollower(): { readonly follow: FollowNotes; readonly end: () => void } {
  let worker: Worker | null = null
  const end = () => {
    worker?.terminate()
    worker = null
  }
  const follow: FollowNotes = (question) => {
    // An answer that is still being worked out is of an older text.
    end()
    const asked = new Worker(new URL('./following-worker.ts', import.meta.url))
    worker = asked
    return new Promise((done) => {
      asked.addEventListener('error', () => done(null))
      asked.addEventListener('message', ({ data }: MessageEvent<NotePassage[]>) => {
        done(worker === asked ? data : null)
      })
      asked.postMessage(question)
    })
  }
  return { follow, end }
}
