/** Uses an answer when it comes. What could not be asked now comes with the next message or the next visit. */
export function settle<Value>(answer: Promise<Value>, use: (value: Value) => void): void {
  answer.then(use, () => {})
}
