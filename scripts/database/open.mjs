// The database a command works on: the operator's own by DATABASE_URL, else the embedded one of the data folder.
import { claimData } from './claim.mjs'
import { openSecrets } from './data-folder.mjs'
import { startEmbedded } from './embedded-postgres.mjs'
import { ensureDatabase, migrate } from './migrate.mjs'

/**
 * Opens the database for the life of this process and migrates it. Answers with its url, whether it is the embedded one, `lost`,
 * a promise kept when the database is gone for good, and `born`, to be told of the application's process, which uses it.
 * `role` is told to others who come: 'server', or 'command' for what ends by itself.
 */
export async function openDatabase(life, { data, role, env = process.env }) {
  if (env.DATABASE_URL) {
    await migrate(env.DATABASE_URL)
    return { url: env.DATABASE_URL, isEmbedded: false, lost: new Promise(() => {}), born: () => {} }
  }
  const claim = await claimData(data, role)
  life.onEnd(async () => claim.release())
  life.beforeEnd(() => claim.end())
  const say = (line) => console.error(line)
  const wish = { data, password: openSecrets(data).databasePassword, say }
  const state = { server: await startEmbedded(wish) }
  life.onEnd(() => state.server.stop())
  await ensureDatabase(state.server.url('postgres'), 'colloquy')
  const url = state.server.url()
  await migrate(url)
  claim.announce(url)
  return { url, isEmbedded: true, lost: keepUp(life, state, wish), born: claim.born }
}

const restartsInARow = 5
const calmMs = 60_000

// A database that dies under us (killed, out of memory) is started again at the same port, where the application looks for it.
async function keepUp(life, state, wish) {
  for (let restarts = 0; ; restarts++) {
    const began = performance.now()
    await state.server.exited
    if (life.isEnding) return new Promise(() => {})
    if (performance.now() - began > calmMs) restarts = 0
    if (restarts === restartsInARow) return
    console.error('The database ended unexpectedly and is started again.')
    state.server = await startEmbedded({ ...wish, port: state.server.port })
  }
}
