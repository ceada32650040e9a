/** The number at an index; 0 beyond the ends. */
export function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? 0
}
