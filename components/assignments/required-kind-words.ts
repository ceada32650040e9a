import type { IconName } from '@/components/ui/icon-shapes'
import type { RequiredKind } from '@/lib/assignments/required-kinds'

const WORDS: Readonly<Record<RequiredKind, { readonly name: string; readonly icon: IconName }>> = {
  question: { name: 'Question', icon: 'question' },
  'claim-with-source': { name: 'Claim with a source', icon: 'link' },
  'counter-argument': { name: 'Counter-argument', icon: 'oppose' },
  answer: { name: 'Answer to somebody', icon: 'reply' },
}

/** What a required type of note is called, and its picture. */
export function requiredKindWords(kind: RequiredKind): (typeof WORDS)[RequiredKind] {
  return WORDS[kind]
}
