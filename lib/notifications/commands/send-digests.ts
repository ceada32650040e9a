import 'server-only'
import { actorsById } from '@/lib/auth/actor-query'
import { mailHost, openPost, type Post } from '@/lib/auth/mail/send'
import { unsubscribePath } from '@/lib/auth/mail/unsubscribing'
import { siteUrl, waysIn } from '@/lib/auth/ways'
import { newId } from '@/lib/ids'
import { digestLetter } from '@/lib/notifications/mail/letter'
import { presentNotification } from '@/lib/notifications/present'
import {
  digestNotices,
  type PendingDigest,
  pendingDigests,
} from '@/lib/notifications/queries/pending-mail'
import { isDigestDue } from '@/lib/notifications/timing'
import type { SignedIn } from '@/lib/policy/actor'
import { claimDeliveries, deliverMail } from './deliveries'
import { drawnMail } from './send-mails'

const PAGE = 500
const SHOWN = 40
const MOST = 500

/**
 * Mails the digests that are due: to each person once after their hour, with what they have not read and no mail has brought. Asked every
 * ten minutes. Three statements a digest. Throws when the mail server is away.
 */
export async function sendDigests(now: Date): Promise<void> {
  if (!waysIn().mail) return
  const post = openPost()
  try {
    let after: string | null = null
    for (;;) {
      const pending: readonly PendingDigest[] = await pendingDigests({ after, limit: PAGE, now })
      await mailPage(
        post,
        pending.filter(({ settings, last }) => isDigestDue(settings, now, last)),
        now,
      )
      const last = pending.at(-1)
      if (last === undefined || pending.length < PAGE) return
      after = last.personId
    }
  } finally {
    post.close()
  }
}

async function mailPage(post: Post, due: readonly PendingDigest[], now: Date): Promise<void> {
  const people = await actorsById(due.map(({ personId }) => personId))
  const byId = new Map(people.map((person) => [person.personId, person]))
  for (const { personId, email } of due) {
    const person = byId.get(personId)
    if (person) await mailOne(post, { person, email, now })
  }
}

async function mailOne(
  post: Post,
  { person, email, now }: { readonly person: SignedIn; readonly email: string; readonly now: Date },
): Promise<void> {
  const rows = await digestNotices(person, { now, limit: MOST })
  const claimed = new Set(
    await claimDeliveries(
      rows.map(({ id }) => id),
      'digest',
    ),
  )
  const notices = rows.filter(({ id }) => claimed.has(id)).map(presentNotification)
  if (notices.length === 0) return
  const { personId } = person
  const letter = digestLetter(notices.slice(0, SHOWN), {
    of: siteUrl,
    unsubscribeHref: siteUrl(unsubscribePath({ personId, kind: 'digest' })),
    more: Math.max(0, notices.length - SHOWN),
  })
  await deliverMail([...claimed], 'digest', async () =>
    post.send({
      to: email,
      messageId: `<digest-${newId()}@${mailHost()}>`,
      ...(await drawnMail(letter)),
    }),
  )
}
