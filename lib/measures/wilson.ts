/** The quantile for a one-sided 90 % bound. */
export const Z = 1.28

/**
 * The lower end of Wilson's score interval for a share of yes among n votes (E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22, 1927): what is at least true of the share with the confidence that z stands for. 0 without votes.
 */
export function wilsonLowerBound(yes: number, n: number, z: number = Z): number {
  if (n === 0) return 0
  const p = yes / n
  const z2 = z * z
  const centre = p + z2 / (2 * n)
  const spread = z * Math.sqrt((p * (1 - p) + z2 / (4 * n)) / n)
  return Math.max(0, (centre - spread) / (1 + z2 / n))
}
