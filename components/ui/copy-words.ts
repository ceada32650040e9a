import { notify } from './toast'

/** Puts words on the clipboard, and says so; where that is not allowed they are shown, to be copied by hand. */
export async function copyWords(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words)
    notify({ text: 'Copied' })
  } catch {
    notify({ text: `Copy it by hand: ${words}`, duration: 20_000 })
  }
}
