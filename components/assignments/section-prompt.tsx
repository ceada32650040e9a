import { Icon } from '@/components/ui/icon'

/** What an assignment asks of a section, above it: where there is no margin, on paper, and without scripts. */
export function SectionPrompt({ prompt }: { readonly prompt: string | undefined }) {
  if (!prompt) return null
  return (
    <p className="section-prompt inline-prompt" data-aside="">
      <Icon name="comment" size={14} />
      <span>{prompt}</span>
    </p>
  )
}
