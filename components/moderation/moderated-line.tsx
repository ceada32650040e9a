import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { HOLD } from '@/lib/moderation/decision'
import { isFlagReason, reasonWords } from '@/lib/moderation/reason'
import type { ModerationShape } from '@/lib/threads/contract/posts'

/** Above a post that readers do not see any more: that it is so, why, and where to answer that. */
export function ModeratedLine({ moderation }: { readonly moderation: ModerationShape }) {
  const { kind, decisionId, reason, words, appealed } = moderation
  if (kind === HOLD) return <WaitingLine why={words} />
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

function WaitingLine({ why }: { readonly why: string }) {
  return (
    <p className="moderated" dir="auto">
      <Icon name="clock" size={14} />
      <span>Waiting for approval: its author and those who lead the group read it. {why}</span>
    </p>
  )
}
