/** A section of the reading, with the address of its debate. */
export type TopologySection = {
  readonly id: string
  readonly title: string
  readonly debate: string
}

/** The way to the passage that a claim rests on, or to its section where it rests on none. */
export function passageOf(
  reading: string,
  { start, sectionId }: { readonly start: number | null; readonly sectionId: string },
): string {
  return start === null ? `${reading}#s-${sectionId}` : `${reading}#passage=${start}-${start + 1}`
}
