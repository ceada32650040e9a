import 'server-only'
import { createTransport } from 'nodemailer'
import { Unavailable } from '@/lib/errors'
import { log } from '@/lib/log'
import type { Letter } from './letters'

const TIMEOUT_MS = 15_000

/** Sends a letter through the server that SMTP_URL names, from MAIL_FROM. Throws Unavailable when it does not take it. */
export async function sendLetter(to: string, letter: Letter): Promise<void> {
  const url = process.env.SMTP_URL
  if (!url) throw new Unavailable('mail-off', 'This server sends no mail.')
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  })
  try {
    await transport.sendMail({ from: sender(), to, ...letter })
  } catch (err) {
    log.error({ err }, 'A letter was not taken by the mail server.')
    throw new Unavailable('mail-away', 'The mail server did not take the letter. Try again later.')
  } finally {
    transport.close()
  }
}

function sender(): string {
  const host = new URL(process.env.COLLOQUY_URL ?? 'http://localhost').hostname
  return process.env.MAIL_FROM ?? `Colloquy <colloquy@${host}>`
}
