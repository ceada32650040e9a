/** The address of an open reading page: of its assignment, or of its group; outside any of the reading alone. */
export function roomHref({
  reading,
  group,
  assignment,
}: {
  readonly reading: { readonly slug: string }
  readonly group: { readonly slug: string } | null
  readonly assignment?: { readonly id: string } | null
}): string {
  const page = `/readings/${reading.slug}`
  if (assignment) return `${page}?assignment=${assignment.id}`
  return group ? `${page}?group=${encodeURIComponent(group.slug)}` : page
}
