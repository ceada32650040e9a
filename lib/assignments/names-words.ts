type Veil = {
  readonly names: 'names' | 'pseudonyms' | 'anonymous'
  /** What classmates read in place of one's name, once something is written. */
  readonly seenAs: string | null
}

/** What a student is told of whose name stands where in an assignment; null where it is everybody's own. */
export function namesWords({ names, seenAs }: Veil): string | null {
  switch (names) {
    case 'names':
      return null
    case 'pseudonyms':
      return seenAs === null
        ? 'Classmates read a pseudonym in place of your name. Staff read your name.'
        : `Classmates read “${seenAs}” in place of your name. Staff read your name.`
    case 'anonymous':
      return 'Classmates do not read who wrote what. Staff read your name.'
  }
}
