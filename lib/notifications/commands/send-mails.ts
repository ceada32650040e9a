import 'server-only'
import { apart } from '@/lib/apart/apart'
import { actorsById } from '@/lib/auth/actor-query'
import { type Mail, mailHost, openPost, type Post } from '@/lib/auth/mail/send'
import { unsubscribePath } from '@/lib/auth/mail/unsubscribing'
import { siteUrl, waysIn } from '@/lib/auth/ways'
import { type LetterModel, letterText, noticeLetter } from '@/lib/notifications/mail/letter'
import { presentNotification } from '@/lib/notifications/present'
import {
  type PendingMail,
  pendingMails,
  stillToTell,
} from '@/lib/notifications/queries/pending-mail'
import { isQuiet } from '@/lib/notifications/timing'
import type { SignedIn } from '@/lib/policy/actor'
import { claimDeliveries, deliverMail } from './deliveries'

const PAGE = 200

/**
 * Mails mentions and direct answers to people who are not here and want them at once. Asked whenever there is one, and each minute for
 * those who were here, in their quiet hours or beyond a mail server that was away. Two statements a letter beside those of its page:
 * whether it may be told is asked just before it goes. Throws when the mail server is away.
 */
export async function sendMails(now: Date): Promise<void> {
  if (!waysIn().mail) return
  const post = openPost()
  try {
    let after: string | null = null
    for (;;) {
      const pending: readonly PendingMail[] = await pendingMails({ after, limit: PAGE, now })
      await mailPage(
        post,
        pending.filter(({ settings }) => !isQuiet(settings, now)),
      )
      const last = pending.at(-1)
      if (last === undefined || pending.length < PAGE) return
      after = last.id
    }
  } finally {
    post.close()
  }
}

async function mailPage(post: Post, pending: readonly PendingMail[]): Promise<void> {
  const people = await actorsById([...new Set(pending.map(({ personId }) => personId))])
  const byId = new Map(people.map((person) => [person.personId, person]))
  for (const mail of pending) {
    const person = byId.get(mail.personId)
    if (person) await mailOne(post, mail, person)
  }
}

async function mailOne(post: Post, { id, email }: PendingMail, person: SignedIn): Promise<void> {
  const claimed = await claimDeliveries([id], 'mail')
  if (claimed.length === 0) return
  const [row] = await stillToTell(person, claimed)
  // Not seen any more, or read meanwhile: it stays taken and is never sent.
  if (!row) return
  const notice = presentNotification(row)
  const unsubscribeHref = siteUrl(unsubscribePath({ personId: person.personId, kind: 'at-once' }))
  const letter = noticeLetter(notice, { of: siteUrl, unsubscribeHref })
  const thread = notice.threadId ?? notice.id
  await deliverMail(claimed, 'mail', async () =>
    post.send({
      to: email,
      fromName: `${notice.actor?.name ?? 'Somebody'} (Colloquy)`,
      messageId: `<notice-${id}@${mailHost()}>`,
      references: `<thread-${thread}@${mailHost()}>`,
      ...(await drawnMail(letter)),
    }),
  )
}

/** A letter as it is sent: its HTML is drawn in another process, its words are those of the same model. */
export async function drawnMail(
  letter: LetterModel,
): Promise<Pick<Mail, 'subject' | 'text' | 'html' | 'headers'>> {
  const html = await apart<string>(
    { name: 'draw-letter', input: letter },
    { size: Number.POSITIVE_INFINITY, here: missing },
  )
  return {
    subject: letter.subject,
    text: letterText(letter),
    html,
    headers: unsubscribeHeaders(letter.unsubscribeHref),
  }
}

function missing(): string {
  throw new Error('COLLOQUY_APART is not set: start the app by `npm start`.')
}

/** RFC 2369 and RFC 8058: mail programs show a button that stops letters of this kind with one press. */
function unsubscribeHeaders(href: string): Readonly<Record<string, string>> {
  return {
    'List-Unsubscribe': `<${href}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
  }
}
