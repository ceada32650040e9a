import 'server-only'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import type { GroupInput } from '@/lib/groups/contract'
import { isId, newId } from '@/lib/ids'
import { STRICT_RULES } from '@/lib/moderation/contract/house-rules'
import type { Operator, SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { slugOf } from '@/lib/readings/reading'
import { recordMembership } from './record-membership'

export type CreatedGroup = { readonly id: string; readonly slug: string }

/** Makes a group with whoever makes it as its owner. Who it is cannot see it before his memberships are loaded anew. */
export async function createGroup(actor: SignedIn, input: GroupInput): Promise<CreatedGroup> {
  return createGroupFor(actor, input, actor.personId)
}

/** Makes a group with somebody as its owner: for the operator, and the one way groups come to be. */
export async function createGroupFor(
  actor: SignedIn | Operator,
  input: GroupInput,
  ownerId: string,
): Promise<CreatedGroup> {
  authorize(actor, 'group.create', null)
  const id = newId()
  const at = now()
  return transaction(async (tx) => {
    const slug = await freeSlug(tx, input, id)
    await tx.group.createMany({
      data: {
        id,
        kind: input.kind,
        name: input.name.normalize('NFC'),
        slug,
        description: (input.description ?? '').normalize('NFC'),
        timeZone: input.timeZone,
        ...(input.kind === 'public' && { houseRules: STRICT_RULES }),
        createdById: ownerId,
        createdAt: at,
      },
    })
    await tx.membership.createMany({
      data: { groupId: id, personId: ownerId, role: 'owner', joinedAt: at },
    })
    await recordMembership(tx, {
      actor,
      action: 'group.created',
      groupId: id,
      personId: ownerId,
      role: 'owner',
      at,
    })
    return { id, slug }
  })
}

// The last digits of a UUIDv7 are random: enough to tell groups of one name apart.
const DISTINCTION = 8

// Addresses that the pages under /groups use themselves.
const RESERVED: ReadonlySet<string> = new Set(['new'])

// Only public groups are called by their name alone: an address that is taken tells of nothing that is hidden.
async function freeSlug(tx: Db, { name, kind }: GroupInput, id: string): Promise<string> {
  const slug = slugOf(name)
  const taken =
    kind !== 'public' ||
    slug === '' ||
    isId(slug) ||
    RESERVED.has(slug) ||
    (await tx.group.findUnique({ where: { slug }, select: { id: true } })) !== null
  return taken ? [slug, id.slice(-DISTINCTION)].filter((part) => part !== '').join('-') : slug
}
