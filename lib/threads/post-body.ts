// A body as it is sent becomes the one form in which it is kept: TipTap JSON by the post schema, and its plain text.

import type { DocNode } from '@/lib/text/doc-node'
import { postFromMarkdown } from '@/lib/text/markdown'
import { parsePostDoc, postText } from '@/lib/text/post-schema'
import type { BodyInput } from './contract/posts'

export type PostBody = { readonly doc: DocNode; readonly text: string }

/** The body to keep. Throws Invalid or Malformed for what is too deep, too long or no document of ours. */
export function bodyFrom(input: BodyInput): PostBody {
  const doc =
    input.format === 'markdown' ? postFromMarkdown(input.value) : parsePostDoc(input.value)
  return { doc, text: postText(doc) }
}
