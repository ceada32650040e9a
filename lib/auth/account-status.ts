import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import { waysIn } from './ways'

// Who is a person here at all, each way said once: not disabled, and not of the demo world unless the demo is on. Its people have
// passwords that anybody can read, so with the demo they go: their passwords, links, sessions, tokens, invitations and rights.

export type AccountStatus = 'in' | 'disabled' | 'demo-over'

export const accountSelect = { disabledAt: true, demoRole: true } as const

type AccountFacts = { readonly disabledAt: Date | null; readonly demoRole: string | null }

/** How somebody stands, by what `accountSelect` selects. */
export function accountStatus({ disabledAt, demoRole }: AccountFacts): AccountStatus {
  if (disabledAt !== null) return 'disabled'
  return demoRole === null || waysIn().demo ? 'in' : 'demo-over'
}

/** The same as a filter of people. */
export function activePeople(): Prisma.PersonWhereInput {
  return { disabledAt: null, ...(waysIn().demo ? {} : { demoRole: null }) }
}

/** The same in SQL, of the table `people` named `p`. */
export function activePersonSql(): Prisma.Sql {
  return waysIn().demo
    ? Prisma.sql`p.disabled_at IS NULL`
    : Prisma.sql`(p.disabled_at IS NULL AND p.demo_role IS NULL)`
}
