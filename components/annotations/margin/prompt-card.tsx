import { useRoom } from '@/components/room/context'
import { Icon } from '@/components/ui/icon'

const PREFIX = 'prompt-'

/** The id of the card in the margin that asks something of a section. */
export function promptCardId(sectionId: string): string {
  return `${PREFIX}${sectionId}`
}

/** The section that a card asks something of; null for another card. */
export function sectionOfPrompt(cardId: string): string | null {
  return cardId.startsWith(PREFIX) ? cardId.slice(PREFIX.length) : null
}

/** What the assignment asks of a section, beside its beginning. */
export function PromptCard({
  sectionId,
  compact,
}: {
  readonly sectionId: string
  readonly compact: boolean
}) {
  const words = useRoom(
    ({ assignment }) => assignment?.prompts.find((prompt) => prompt.sectionId === sectionId)?.words,
  )
  return (
    <p
      className={compact ? 'prompt-card truncate' : 'prompt-card'}
      title={compact ? words : undefined}
    >
      <Icon name="comment" size={14} />
      <span className="vh">Asked of this section: </span>
      {words}
    </p>
  )
}
