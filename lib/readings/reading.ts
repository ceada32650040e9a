// The rules of a reading, pure.

const SLUG_LENGTH = 60

/**
 * The readable part of a reading's address: Latin letters and digits of its title, at most sixty; other scripts keep their own
 * letters. Empty when the title has neither letters nor digits.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > SLUG_LENGTH) break
    slug = longer
  }
  return slug === '' ? (words[0] ?? '').slice(0, SLUG_LENGTH) : slug
}
