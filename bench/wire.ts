// Overhears a program talking to PostgreSQL: a relay that hands every byte on and notes which statements were sent, with which
// values. So the bare loop repeats what the application truly sends, and goes on doing so when the application changes.

import { connect, createServer, type Server, type Socket } from 'node:net'

export type Statement = {
  readonly sql: string
  readonly values: readonly (string | null)[]
  /** Sent as a prepared statement that the connection keeps. */
  readonly kept: boolean
}

export type Wire = {
  /** Where the program that is overheard connects to. */
  readonly url: string
  /** What was sent since this was asked last. */
  take(): Statement[]
  close(): void
}

/** Opens a relay to a database on this machine. */
export async function overhear(databaseUrl: string): Promise<Wire> {
  const to = new URL(databaseUrl)
  const statements: Statement[] = []
  const sockets = new Set<Socket>()
  const server = createServer((program) => {
    const database = connect(Number(to.port), to.hostname)
    const note = listener((statement) => statements.push(statement))
    program.on('data', note).pipe(database).pipe(program)
    for (const socket of [program, database]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy()).setNoDelay()
    }
  })
  const url = new URL(databaseUrl)
  url.port = String(await listen(server))
  const close = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  return { url: url.toString(), take: () => statements.splice(0), close }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

// One connection. The first message has no type; after it each has one letter and its length (protocol 3.0).
function listener(tell: (statement: Statement) => void): (chunk: Buffer) => void {
  const texts = new Map<string, string>()
  let rest = Buffer.alloc(0)
  let head = 0
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    for (let length = lengthOf(rest, head); rest.length >= length; length = lengthOf(rest, head)) {
      if (head > 0) hear(rest.subarray(0, length), texts, tell)
      rest = rest.subarray(length)
      head = 1
    }
  }
}

function lengthOf(bytes: Buffer, head: number): number {
  return bytes.length < head + 4 ? Number.POSITIVE_INFINITY : head + bytes.readUInt32BE(head)
}

function hear(
  message: Buffer,
  texts: Map<string, string>,
  tell: (statement: Statement) => void,
): void {
  const type = String.fromCharCode(message[0] ?? 0)
  const at = { offset: 5 }
  if (type === 'Q') tell({ sql: text(message, at), values: [], kept: false })
  if (type === 'P') texts.set(text(message, at), text(message, at))
  if (type === 'B') {
    text(message, at) // the portal
    const name = text(message, at)
    tell({ sql: texts.get(name) ?? '', values: boundValues(message, at), kept: name !== '' })
  }
}

type At = { offset: number }

function text(message: Buffer, at: At): string {
  const end = message.indexOf(0, at.offset)
  const found = message.toString('utf8', at.offset, end)
  at.offset = end + 1
  return found
}

function boundValues(message: Buffer, at: At): (string | null)[] {
  at.offset += 2 + 2 * message.readUInt16BE(at.offset) // formats: `pg` sends text
  const count = message.readUInt16BE(at.offset)
  at.offset += 2
  return Array.from({ length: count }, () => {
    const length = message.readInt32BE(at.offset)
    at.offset += 4 + Math.max(0, length)
    return length < 0 ? null : message.toString('utf8', at.offset - length, at.offset)
  })
}
