/** Something an operator can mend: told in one plain sentence, without a stack. */
export class PlainError extends Error {
  name = 'PlainError'
}

/** Prints what went wrong, by a sentence if there is one, and says how the process should end. */
export function reportFailure(error) {
  if (error instanceof PlainError) console.error(error.message)
  else console.error(error)
  return 1
}
