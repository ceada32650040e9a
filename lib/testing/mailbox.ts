import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type Mailbox = {
  /** For SMTP_URL. */
  readonly url: string
  /** What came so far, oldest first. */
  readonly letters: readonly ParsedMail[]
  /** From now on it answers so to whoever is written to; null: it takes everything. */
  refuse: (code: number | null) => void
  readonly close: () => Promise<void>
}

/** A real SMTP server on a free port of the loopback, which keeps what it is given. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: ParsedMail[] = []
  let refused: number | null = null
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(_address, _session, done) {
      if (refused === null) return done()
      done(Object.assign(new Error('Not now.'), { responseCode: refused }))
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((letter) => {
        letters.push(letter)
        done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${portOf(server.server.address())}`,
    letters,
    refuse: (code) => {
      refused = code
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  return address.port
}
