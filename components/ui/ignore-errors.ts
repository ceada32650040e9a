/** Uses an answer when it comes. What could not be asked now comes with the next message or the next visit. */
export function ignoreErrors<Value>(
  answer: Promise<Value>,
  use: (value: Value) => void = () => undefined,
): void {
  answer.then(use, () => {})
}
