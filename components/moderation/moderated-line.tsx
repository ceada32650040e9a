import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { isFlagReason, reasonWords } from '@/lib/moderation/reason'
import type { ModerationShape } from '@/lib/threads/contract/posts'

/** Above a post that readers do not see any more: that it is so, why, and where to answer that. */
export function ModeratedLine({ moderation }: { readonly moderation: ModerationShape }) {
  const { decisionId, reason, words, appealed } = moderation
  const why = [reason !== null && isFlagReason(reason) && reasonWords(reason), words].filter(
    Boolean,
  )
  return (
    <p className="moderated" dir="auto">
      <Icon name="flag" size={14} />
      <span>
        Hidden from readers by a moderator{why.length > 0 && `: ${why.join('. ')}`}.{' '}
        <Link href={`/decisions/${decisionId}`}>{appealed ? 'Appealed' : 'What was decided'}</Link>
      </span>
    </p>
  )
}
