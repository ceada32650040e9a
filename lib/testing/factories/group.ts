import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { GroupKind } from '@/lib/policy/facts'
import { makePerson } from './person'

export type MadeGroup = { readonly id: string; readonly kind: GroupKind; readonly slug: string }

/** A group without members, made by somebody of no importance. */
export async function makeGroup(
  overrides: { kind?: GroupKind; name?: string; deleted?: boolean } = {},
): Promise<MadeGroup> {
  const id = newId()
  const founder = await makePerson()
  const group = { id, kind: overrides.kind ?? ('team' as const), slug: `group-${id.slice(-12)}` }
  await db().group.create({
    data: {
      ...group,
      name: overrides.name ?? `Group ${id.slice(-4)}`,
      createdById: founder.personId,
      createdAt: new Date(),
      deletedAt: overrides.deleted ? new Date() : null,
    },
  })
  return group
}
