import type { RoomState } from './state'

/** The address of an open reading page: of its assignment, or of its group; outside any of the reading alone. */
export function roomHref({
  reading,
  group,
  assignment,
}: {
  readonly reading: Pick<RoomState['reading'], 'slug'>
  readonly group: Pick<NonNullable<RoomState['group']>, 'slug'> | null
  readonly assignment?: Pick<NonNullable<RoomState['assignment']>, 'id'> | null
}): string {
  const page = `/readings/${reading.slug}`
  if (assignment) return `${page}?assignment=${assignment.id}`
  return group ? `${page}?group=${encodeURIComponent(group.slug)}` : page
}
