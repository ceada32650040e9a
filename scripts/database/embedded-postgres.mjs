// A real PostgreSQL server that lives as long as the process that asked for it. It is started through a line of shell that
// reads a pipe from us: when we end, however we end, the pipe closes and the server is told to stop. It has a session of its
// own, so a Ctrl-C reaches the application first and the database last.
import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { PlainError } from '../plain-error.mjs'
import { isAlive, waitUntil } from '../processes.mjs'
import { findPrograms } from './binaries.mjs'
import { findHome } from './home.mjs'
import { readPostmasterPid, runningServer } from './postmaster-pid.mjs'
import { giveTo, serverUser } from './server-user.mjs'

const databaseUser = 'colloquy'
const longestStartMs = 60_000
const longestStopMs = 20_000

/**
 * Starts the server of a data folder, made when missing. `durable: false` gives up safety against power cuts, for tests.
 * Answers with `url(database)`, `pid()`, `stop()` and `exited`, a promise kept when the server ends by itself or is stopped.
 * @param {{ data: string, password: string, durable?: boolean, port?: number, say?: (line: string) => void }} wish
 */
export async function startEmbedded({ data, password, durable = true, port, say }) {
  if (process.platform === 'win32')
    throw new PlainError('On Windows there is no embedded database: set DATABASE_URL.')
  const user = serverUser()
  const home = findHome(data, user, say)
  const programs = findPrograms(home, user)
  const cluster = join(home, 'cluster')
  if (!existsSync(cluster)) initialise({ home, programs, cluster, user, password, durable })
  await stopLeftOver(cluster)
  const server = await launch({ home, programs, cluster, user, durable, port })
  return {
    port: server.port,
    url: (database = 'colloquy') =>
      `postgresql://${databaseUser}:${password}@127.0.0.1:${server.port}/${database}`,
    pid: () => readPostmasterPid(cluster)?.pid ?? null,
    exited: server.exited,
    stop: () => stop(server, cluster),
  }
}

// Made under another name first: a cluster that carries its own name is a whole one.
function initialise({ home, programs, cluster, user, password, durable }) {
  const half = `${cluster}-new`
  rmSync(half, { recursive: true, force: true })
  const passwordFile = join(home, 'password-new')
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(passwordFile, user)
  mkdirSync(half, { mode: 0o700 })
  giveTo(half, user)
  const ctype = process.platform === 'linux' ? 'C.UTF-8' : 'C'
  const locale = [
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--lc-collate=C',
    `--lc-ctype=${ctype}`,
    '--lc-messages=C',
  ]
  const access = ['-U', databaseUser, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const storage = ['-D', half, '-E', 'UTF8', '--data-checksums', ...(durable ? [] : ['--no-sync'])]
  const made = spawnSync(
    join(programs, 'bin', 'initdb'),
    [...storage, ...access, ...locale],
    serverProcess(user),
  )
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) throw new PlainError(`The database could not be made: ${whyNot(made)}`)
  renameSync(half, cluster)
}

function whyNot({ error, stderr }) {
  if (error?.code === 'EPERM' || error?.code === 'EINVAL')
    return 'root may not lend it the user nobody here. Start Colloquy as an ordinary user, or set DATABASE_URL.'
  return error?.message ?? String(stderr).trim().split('\n').at(-1)
}

const serverProcess = (user) => ({
  ...user,
  cwd: '/',
  env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
})

// A server whose starter was killed may still be closing, or may not have noticed.
async function stopLeftOver(cluster) {
  const isGone = () => !runningServer(cluster)
  for (const signal of ['SIGINT', 'SIGQUIT']) {
    const left = runningServer(cluster)
    if (!left) break
    process.kill(left.pid, signal)
    if (await waitUntil(isGone, { withinMs: longestStopMs })) break
  }
  if (!isGone())
    throw new PlainError(
      `Another database server (process ${runningServer(cluster).pid}) holds ${cluster} and does not stop.`,
    )
  const stale = readPostmasterPid(cluster)
  // The dead server's number went to another program: PostgreSQL would take that for the server and refuse to start. In every
  // other case the file stays, for by it PostgreSQL finds out whether anything of the dead server still lives.
  if (stale && isAlive(stale.pid)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

const tries = 5

async function launch(options) {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort())
    const server = run({ ...options, port })
    // The file of a server that was killed says "ready" until the new one writes its own: only a living server's counts.
    const isReady = () => runningServer(options.cluster)?.isReady === true
    await waitUntil(() => server.hasExited() || isReady(), { withinMs: longestStartMs })
    if (!server.hasExited() && isReady()) return server
    server.close()
    await waitUntil(server.hasExited, { withinMs: longestStopMs })
    // Between asking for a free port and taking it, another may have had it; after a crash the dead server's memory lingers.
    const why = lastLines(server.log)
    if (attempt === tries || !/Address already in use|shared memory block/.test(why))
      throw new PlainError(`The database did not start; its log ${server.log} ends:\n${why}`)
    await new Promise((wake) => setTimeout(wake, 500))
  }
}

// $1 and what follows is the server's command. The reader ends it when our end of the pipe closes; we wait for it to be gone.
const keeper = 'exec 3<&0; "$@" & server=$!; (read -r _ <&3; kill -INT "$server") & wait "$server"'

function run({ home, programs, cluster, user, durable, port }) {
  const log = join(home, 'postgres.log')
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...(durable ? [] : careless),
  ]
  const command = [
    join(programs, 'bin', 'postgres'),
    '-D',
    cluster,
    '-p',
    String(port),
    ...settings.flatMap((one) => ['-c', one]),
  ]
  const output = openSync(log, isLong(log) ? 'w' : 'a', 0o600)
  const child = spawn('/bin/sh', ['-c', keeper, 'sh', ...command], {
    ...serverProcess(user),
    stdio: ['pipe', output, output],
    detached: true,
  })
  closeSync(output)
  const exited = new Promise((done) => {
    child.once('exit', done)
    child.once('error', done)
  }).then(() => child.stdin.end())
  child.stdin.on('error', () => {}) // The reader may be gone before us.
  const hasExited = () =>
    child.pid === undefined || child.exitCode !== null || child.signalCode !== null
  return { port, log, exited, hasExited, close: () => child.stdin.end() }
}

const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const isLong = (log) => existsSync(log) && statSync(log).size > 10_000_000
const lastLines = (log) => readFileSync(log, 'utf8').trim().split('\n').slice(-4).join('\n')

async function freePort() {
  const probe = createServer()
  await new Promise((ready, failed) => probe.once('error', failed).listen(0, '127.0.0.1', ready))
  const { port } = probe.address()
  await new Promise((closed) => probe.close(closed))
  return port
}

async function stop(server, cluster) {
  server.close()
  const isGone = () => server.hasExited() && !runningServer(cluster)
  if (await waitUntil(isGone, { withinMs: longestStopMs })) return
  const left = runningServer(cluster)
  if (left) process.kill(left.pid, 'SIGQUIT')
}
