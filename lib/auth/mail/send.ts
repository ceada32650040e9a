import 'server-only'
import { createTransport } from 'nodemailer'
import * as z from 'zod'
import { Unavailable } from '@/lib/errors'
import { log } from '@/lib/log'
import type { Letter } from './letters'

const TIMEOUT_MS = 15_000

/** Sends a letter through the server that SMTP_URL names, from MAIL_FROM. Throws Unavailable when it does not take it. */
export async function sendLetter(to: string, letter: Letter): Promise<void> {
  const post = openPost()
  try {
    await post.send({ to, ...letter })
  } catch (err) {
    log.error({ err }, 'A letter was not taken by the mail server.')
    throw new Unavailable('mail-away', 'The mail server did not take the letter. Try again later.')
  } finally {
    post.close()
  }
}

export type Mail = Letter & {
  readonly to: string
  /** Whose words it brings, beside our own name. */
  readonly fromName?: string
  readonly messageId?: string
  /** The conversation that it belongs to, as a Message-ID of its own. */
  readonly references?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Post = {
  /** Throws what the mail server or the way to it says; `failureOf` tells what became of it. */
  readonly send: (mail: Mail) => Promise<void>
  readonly close: () => void
}

/** The way to the mail server, for one letter or many. Throws Unavailable where there is none. */
export function openPost(): Post {
  const url = process.env.SMTP_URL
  if (!url) throw new Unavailable('mail-off', 'This server sends no mail.')
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  })
  return {
    async send({ fromName, references, ...mail }) {
      const from = fromName === undefined ? sender() : { name: fromName, address: senderAddress() }
      const thread = references === undefined ? {} : { references, inReplyTo: references }
      await transport.sendMail({ ...mail, ...thread, from })
    },
    close: () => transport.close(),
  }
}

/** The host that our addresses and the names of our letters are of. */
export function mailHost(): string {
  return senderAddress().split('@')[1] ?? 'localhost'
}

/**
 * What became of a letter that failed. `refused`: by the mail server, for good. `later`: it was not taken this time. `away`: the server
 * was not reached or lets nobody in, so no other letter will go either. `unknown`: its words were on the way, and nobody can say.
 */
export type Failure = 'refused' | 'later' | 'away' | 'unknown'

/** Tells what became of a letter, by what sending it threw. */
export function failureOf(error: unknown): Failure {
  const { command, responseCode } = z
    .object({ command: z.string(), responseCode: z.number() })
    .partial()
    .catch({})
    .parse(error)
  const isOfLetter = command === 'RCPT TO' || command === 'DATA'
  if (!isOfLetter) return command === undefined ? 'unknown' : 'away'
  if (responseCode === undefined) return command === 'DATA' ? 'unknown' : 'away'
  return responseCode >= 500 ? 'refused' : 'later'
}

function senderAddress(): string {
  const from = sender()
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from
}

function sender(): string {
  const host = new URL(process.env.COLLOQUY_URL ?? 'http://localhost').hostname
  return process.env.MAIL_FROM ?? `Colloquy <colloquy@${host}>`
}
