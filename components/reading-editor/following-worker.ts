// Follows notes away from the page's own thread: comparing two long texts takes a moment.

import { type Followed, followedNotes } from '@/lib/text/editing/followed-notes'

addEventListener('message', ({ data }: MessageEvent<Followed>) => {
  postMessage(followedNotes(data))
})
