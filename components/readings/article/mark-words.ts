import type { Segment } from '@/lib/text/segments'

const LONGEST = 60

/** What a screen reader says of a mark: how many notes, whose, and on which words. */
export function markWords(
  { level, state }: Pick<Segment, 'level' | 'state'>,
  words: string,
): string {
  return `${notesWord(level, state)} on “${shortened(words)}”`
}

function notesWord(level: Segment['level'], state: Segment['state']): string {
  const number = level === 4 ? '4 or more notes' : level === 1 ? '1 note' : `${level} notes`
  switch (state) {
    case 'mine':
      return level === 1 ? 'Your note' : `${number}, yours among them,`
    case 'private':
      return level === 1 ? 'Your private note' : `${number}, private,`
    case 'resolved':
      return `${number}, resolved,`
    case 'others':
      return number
  }
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, LONGEST)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`
}
