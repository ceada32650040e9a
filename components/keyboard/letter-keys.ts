// Keys of one press each, wherever the focus is. A keyboard of another script has no Latin letters: there the place of the key
// counts, as it is printed on most keyboards beside the other script.

type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** Listens for single keys, as `event.key` names them. Returns how to stop. */
export function listenForKeys(target: Window, keys: Keys): () => void {
  const pressed = (event: KeyboardEvent) => keys[keyOf(event)]?.(event)
  target.addEventListener('keydown', pressed)
  return () => target.removeEventListener('keydown', pressed)
}

/** The key that was pressed: a Latin letter by what it writes, a letter of another script by where it lies. */
export function keyOf({ key, code, shiftKey }: Pressed): string {
  const isLetter = /^\p{L}$/u.test(key)
  if (!isLetter) return key
  const latin = /^\p{Script=Latin}$/u.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? key)
  return shiftKey ? latin.toUpperCase() : latin.toLowerCase()
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>
