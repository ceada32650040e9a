import 'server-only'
import { now } from '@/lib/clock'
import { type Db, db } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import { hashSecret, newSecret } from './tokens'

// Links that work once: the secret is in the link, its hash in the database. Looking at one does not spend it, since programs
// that scan mail open every link; only the button on its page does.

export type LinkPurpose = 'sign-in' | 'password' | 'setup'

const MINUTES: Readonly<Record<LinkPurpose, number>> = {
  'sign-in': 30,
  password: 60,
  setup: 24 * 60,
}

/** A new secret for an address, in place of any earlier one with that purpose. */
export async function newLink(purpose: LinkPurpose, email: string): Promise<string> {
  const secret = newSecret()
  const at = now()
  await db().oneTimeLink.deleteMany({
    where: { OR: [{ purpose, email }, { expiresAt: { lt: at } }] },
  })
  await db().oneTimeLink.createMany({
    data: {
      tokenHash: hashSecret(secret),
      purpose,
      email,
      createdAt: at,
      expiresAt: new Date(at.getTime() + MINUTES[purpose] * 60_000),
    },
  })
  return secret
}

/** The address that a link was sent to, without spending it; null when it is unknown, used or too old. */
export async function linkAddress(purpose: LinkPurpose, secret: string): Promise<string | null> {
  const link = await db().oneTimeLink.findFirst({
    where: { tokenHash: hashSecret(secret), purpose, expiresAt: { gt: now() } },
    select: { email: true },
  })
  return link?.email ?? null
}

/** Spends a link and gives the address that it was sent to. Throws Conflict when it is unknown, used or too old. */
export async function spendLink(tx: Db, purpose: LinkPurpose, secret: string): Promise<string> {
  // One statement, so that of two at once a single one finds it.
  const spent = await tx.$queryRaw<{ email: string }[]>`
    DELETE FROM one_time_links
    WHERE token_hash = ${hashSecret(secret)} AND purpose = ${purpose} AND expires_at > ${now()}
    RETURNING email`
  const [link] = spent
  if (!link) {
    throw new Conflict('link', 'This link was used already, or is too old. Ask for a new one.')
  }
  return link.email
}
