// The part of `npm start` that needs what npm installed: database, migrations, demo world, build, server.
import { openDataFolder, openSecrets } from '../database/data-folder.mjs'
import { openDatabase } from '../database/open.mjs'
import { PlainError } from '../plain-error.mjs'
import { buildIfChanged, serverProgram } from './build.mjs'
import { typescriptProgram } from './commands.mjs'
import { applicationEnvironment } from './environment.mjs'
import { serve } from './serve.mjs'

/** Serves the production build until told to end. */
export async function startColloquy(life, address) {
  const house = await openHouse(life, address)
  await buildIfChanged(life)
  await serveAndWait(life, { ...house, address, words: [serverProgram], mode: 'production' })
}

/** Opens data folder and database, and makes the demo world if this is the first start. */
export async function openHouse(life, address) {
  const data = openDataFolder()
  const secrets = openSecrets(data)
  const database = await openDatabase(life, { data, role: 'server' })
  const env = applicationEnvironment({ address, database, data, secrets })
  const failure = 'The first start could not be prepared.'
  const welcome = await life.run(process.execPath, typescriptProgram('scripts/welcome.ts'), {
    env,
    failure,
    quiet: true,
  })
  return { database, env, welcome }
}

/** Starts the application, prints the address and how to sign in, and waits for its end. */
export async function serveAndWait(life, { address, database, env, welcome, words, mode }) {
  // The application ends itself in order (lib/start-up.ts); only Next's development server has an order of its own.
  const own = mode === 'production' ? { NEXT_MANUAL_SIG_HANDLE: '1' } : {}
  const app = await serve(life, {
    words,
    env: { ...env, ...own, NODE_ENV: mode },
    address,
    born: database.born,
  })
  console.log(`\nColloquy is open at ${address.url}\n${welcome}`)
  const lost = database.lost.then(() => {
    throw new PlainError(
      'The database ended again and again: see its log, postgres.log, beside the data.',
    )
  })
  await Promise.race([app.ended, lost])
}
