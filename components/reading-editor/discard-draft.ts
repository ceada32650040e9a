import { api } from '@/components/api-client'
import { forgetDraft } from '@/components/editor/drafts'

/** Throws a draft away, here and on the server. One that cannot be thrown away now is noticed when the editor is opened next. */
export async function discardDraft(readingId: string, key: string): Promise<void> {
  await Promise.allSettled([forgetDraft(key), api.revisions.discardDraft({ id: readingId })])
}
