// What the application is told through its environment.
import { projectFolder } from '../project.mjs'
import { pureProgram, typescriptProgram } from './commands.mjs'

/** Demo world: on with the embedded database, off with the operator's own, unless COLLOQUY_DEMO says. */
export function demoSetting({ isEmbedded, env = process.env }) {
  if (env.COLLOQUY_DEMO === 'on' || env.COLLOQUY_DEMO === 'off') return env.COLLOQUY_DEMO
  return isEmbedded ? 'on' : 'off'
}

/** The variables that the application and the operator's commands read. */
export function applicationEnvironment({ address, database, data, secrets, env = process.env }) {
  return {
    PORT: String(address.port),
    HOSTNAME: address.host,
    COLLOQUY_URL: address.url,
    DATABASE_URL: database.url,
    COLLOQUY_DATA: data,
    // The server runs elsewhere than its sources, which it starts programs from.
    COLLOQUY_PROJECT: projectFolder,
    COLLOQUY_READER: typescriptProgram('lib/converting/process/main.ts').join('\n'),
    COLLOQUY_APART: pureProgram('lib/apart/main.ts').join('\n'),
    COLLOQUY_DEMO: demoSetting({ isEmbedded: database.isEmbedded, env }),
    AUTH_SECRET: env.AUTH_SECRET || secrets.authSecret,
    NEXT_TELEMETRY_DISABLED: '1',
    // The address that stands in the browser, for libraries that ask by their own name.
    NEXTAUTH_URL: address.url,
    NEXTAUTH_SECRET: env.AUTH_SECRET || secrets.authSecret,
  }
}
