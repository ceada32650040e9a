// Names as they are searched: without accents and capitals, so that "lucja" finds Łucja and "sorbo" finds Sørbø. The database folds
// the same way (queries), so both lists of letters stand here.

/** Letters that no accent was put on: they have a form of their own, and each stands for one plain letter. */
export const SPECIAL_LETTERS = 'łŁøØđĐħĦıßæÆœŒþÞðÐŋŊ'
export const PLAIN_LETTERS = 'llooddhhisaaoottddnn'

/** A part of a name as it is looked for. */
export function foldedName(name: string): string {
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  return [...plain]
    .map((letter) => {
      const at = SPECIAL_LETTERS.indexOf(letter)
      return at < 0 ? letter : (PLAIN_LETTERS[at] ?? letter)
    })
    .join('')
    .toLowerCase()
    .replace(/\s+/g, ' ')
}
