import { presentSummary } from '@/lib/assignments/present'
import { assignmentsOf } from '@/lib/assignments/queries/assignments'
import { currentActor } from '@/lib/auth/session'
import { now } from '@/lib/clock'
import { presentGroup, presentInvitation, presentMembership } from '@/lib/groups/present'
import { type GroupRow, groupFor, invitationsOf, membersOf } from '@/lib/groups/queries'
import { presentLibrary } from '@/lib/library/present'
import { libraryFor } from '@/lib/library/queries/library'
import { decoded, orNotFound } from '@/lib/pages/found'
import type { AnyActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'

const PEOPLE_SHOWN = 50
const INVITATIONS_SHOWN = 100
const ASSIGNMENTS_SHOWN = 30

/** Everything that the page of a group shows to who looks; the page of a group that he may not see is not there. */
export async function loadGroup(
  slug: string,
  after: { readonly people: string | undefined; readonly assignments: string | undefined },
) {
  const actor = await currentActor()
  const row = await groupOrNotFound(actor, slug)
  const at = now()
  const group = presentGroup(actor, row)
  const asked = Promise.all([
    group.can.seeMembers
      ? membersOf(actor, row, { limit: PEOPLE_SHOWN, cursor: after.people })
      : null,
    group.can.inviteTo.length > 0 ? invitationsOf(actor, row, { limit: INVITATIONS_SHOWN }) : null,
    libraryFor(actor, { words: '', shelf: row.slug, after: null, from: null, now: at }),
    row.kind === 'course' && group.role !== null
      ? assignmentsOf(actor, row.id, { limit: ASSIGNMENTS_SHOWN, cursor: after.assignments })
      : null,
  ])
  const [members, invitations, library, assignments] = await orNotFound(asked)
  return {
    actor,
    at,
    group,
    people: members && {
      items: members.items.map((member) => presentMembership(actor, row, member)),
      nextCursor: members.nextCursor,
    },
    invitations: invitations?.items.map((invitation) => presentInvitation(invitation, at)) ?? null,
    assignments: assignments && {
      items: assignments.items.map((assignment) => presentSummary(actor, assignment)),
      nextCursor: assignments.nextCursor,
      mayCreate: can(actor, 'assignment.create', row),
    },
    shelf: presentLibrary(actor, library).shelves[0] ?? null,
  }
}

/** The group at an address, or Next's not-found page. */
export function groupOrNotFound(actor: AnyActor, slug: string): Promise<GroupRow> {
  return orNotFound(groupFor(actor, decoded(slug)))
}
