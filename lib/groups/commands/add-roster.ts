import 'server-only'
import { randomBytes } from 'node:crypto'
import { now } from '@/lib/clock'
import { type Db, db, transaction } from '@/lib/db/client'
import { Conflict, Invalid } from '@/lib/errors'
import { CODE_LENGTH, codeFrom } from '@/lib/groups/invitation'
import type { GroupRow } from '@/lib/groups/queries'
import { newId } from '@/lib/ids'
import type { GroupRole, SignedIn } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import type { RosterInput } from '@/lib/rosters/contract'
import { knownIn, type RosterRow, rosteredCourse, rosterFor } from '@/lib/rosters/queries'
import { type Known, planRoster, type RosterChange, type RosterPlan } from '@/lib/rosters/roster'
import { type RosterFault, type RosterLine, readRoster } from '@/lib/rosters/roster-list'
import { lockGroup, requireOwner } from './memberships'
import { recordMembership } from './record-membership'

const DAY = 86_400_000
const GOOD_FOR_DAYS = 90

type Looked = { readonly plan: RosterPlan; readonly faults: readonly RosterFault[] }

/** Tells what a list would do to a course, with what is wrong with it. Nothing is done. Throws NotFound and Forbidden. */
export async function previewRoster(
  actor: SignedIn,
  { id, list }: Pick<RosterInput, 'id' | 'list'>,
): Promise<Looked> {
  return lookAt(actor, { tx: db(), group: await rosteredCourse(actor, id), list })
}

/**
 * Invites everybody on a list who is new, each by a link of their own, and gives those who are there already the role that it says. Nobody is
 * removed. Throws NotFound, Forbidden, Invalid for a list with a fault, and Conflict where it would not do what was expected of it.
 */
export async function addRoster(
  actor: SignedIn,
  { id, list, expected }: RosterInput,
): Promise<RosterRow> {
  const group = await rosteredCourse(actor, id)
  const rosterId = newId()
  await transaction(async (tx) => {
    await lockGroup(tx, group.id)
    const { plan, faults } = await lookAt(actor, { tx, group, list })
    const [first] = faults
    if (first) throw new Invalid('list', `Line ${first.line}: ${first.fault} Nothing was done.`)
    requireExpected(plan, expected)
    const at = now()
    const { added, changed } = plan
    const changes = changed.map(({ known, role, name }) => ({ known, role, name }))
    await tx.roster.createMany({
      data: { id: rosterId, groupId: group.id, addedById: actor.personId, addedAt: at, changes },
    })
    await tx.invitation.createMany({
      data: added.map(({ name, email, role }) => ({
        ...{ id: newId(), groupId: group.id, code: codeFrom(randomBytes(CODE_LENGTH)) },
        ...{ rosterId, name, email, role, usesLeft: 1, createdById: actor.personId, createdAt: at },
        expiresAt: new Date(at.getTime() + GOOD_FOR_DAYS * DAY),
      })),
    })
    await carryOut(tx, actor, { groupId: group.id, changes, at })
    await requireOwner(tx, group.id)
  })
  return rosterFor(actor, id, rosterId)
}

function requireExpected({ added, changed }: RosterPlan, expected: RosterInput['expected']): void {
  if (added.length + changed.length === 0) {
    throw new Invalid('nothing', 'Everybody on this list is here already. There is nothing to do.')
  }
  if (!expected) return
  if (added.length === expected.added && changed.length === expected.changed) return
  throw new Conflict('changed', 'People joined or changed meanwhile. Nothing was done: look again.')
}

async function lookAt(
  actor: SignedIn,
  { tx, group, list }: { readonly tx: Db; readonly group: GroupRow; readonly list: string },
): Promise<Looked> {
  const { lines, faults } = readRoster(list)
  const emails = lines.map(({ email }) => email)
  const plan = planRoster(lines, await knownIn(tx, group.id, emails, now()))
  const refused = [
    ...plan.added.flatMap((line) => faultOf(actor, group, { line, known: null })),
    ...plan.changed.flatMap((line) => faultOf(actor, group, { line, known: line.known })),
  ]
  return { plan, faults: [...faults, ...refused].toSorted((a, b) => a.line - b.line) }
}

// Nobody gives a role above their own; the role of somebody in the course is its owner's to change.
function faultOf(
  actor: SignedIn,
  group: GroupRow,
  { line: { line, role }, known }: { readonly line: RosterLine; readonly known: Known | null },
): readonly RosterFault[] {
  if (known?.kind === 'member') {
    const mayChange = can(actor, 'membership.change', { group, ...known })
    return mayChange ? [] : [{ line, fault: 'Only an owner changes the role of a member.' }]
  }
  const mayInvite = can(actor, 'group.invite', { group, personId: actor.personId, role })
  return mayInvite ? [] : [{ line, fault: 'You cannot invite to a role above your own.' }]
}

type Changes = {
  readonly groupId: string
  readonly changes: readonly RosterChange[]
  readonly at: Date
}

/**
 * Makes changes of people who are in a course or invited to it, each only where what it starts from still stands. In the transaction of the
 * caller. Two or three statements for each change: there are few.
 */
export async function carryOut(
  tx: Db,
  actor: SignedIn,
  { groupId, changes, at }: Changes,
): Promise<void> {
  for (const { known, role, name } of changes) {
    if (known.kind === 'invited') {
      await tx.invitation.updateMany({
        where: { id: known.invitationId, groupId, acceptedById: null, role: known.role },
        data: { role, ...(name === '' ? {} : { name }) },
      })
    } else {
      await changeMember(tx, actor, { groupId, ...known, to: role, at })
    }
  }
}

async function changeMember(
  tx: Db,
  actor: SignedIn,
  change: {
    readonly groupId: string
    readonly personId: string
    readonly role: GroupRole
    readonly to: GroupRole
    readonly at: Date
  },
): Promise<void> {
  const { groupId, personId, role, to, at } = change
  const { count } = await tx.membership.updateMany({
    where: { groupId, personId, role },
    data: { role: to },
  })
  if (count === 0) return
  const done = { groupId, personId, role: to, at }
  await recordMembership(tx, { actor, action: 'membership.changed', ...done })
}
