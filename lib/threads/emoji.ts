import { Invalid } from '@/lib/errors'

const ONE_EMOJI = /^\p{RGI_Emoji}$/v

/** The emoji itself. Throws Invalid for anything that is not exactly one. */
export function requireEmoji(emoji: string): string {
  if (!ONE_EMOJI.test(emoji)) throw new Invalid('emoji', 'A reaction is a single emoji.')
  return emoji
}
