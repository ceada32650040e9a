/** The present moment. Commands ask once and pass it on; pure rules take it as an argument. */
export function now(): Date {
  return new Date()
}
