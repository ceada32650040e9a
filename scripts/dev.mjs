// `npm run dev`: the same house as `npm start`, served by Next's development server.
import { join } from 'node:path'
import { awaitFolder } from './database/claim.mjs'
import { openDataFolder } from './database/data-folder.mjs'
import { generateClient, installMissing } from './install.mjs'
import { live } from './lifecycle.mjs'
import { projectFolder } from './project.mjs'
import { requireFreePort, requireNode, servingAddress } from './requirements.mjs'

await live(
  async (life) => {
    requireNode()
    const address = servingAddress()
    await awaitFolder(openDataFolder())
    await requireFreePort(address)
    await installMissing(life)
    await generateClient(life)
    const { openHouse, serveAndWait } = await import('./serving/start-colloquy.mjs')
    const house = await openHouse(life, address)
    const next = join(projectFolder, 'node_modules', 'next', 'dist', 'bin', 'next')
    const words = [next, 'dev', '--port', String(address.port), '--hostname', address.host]
    await serveAndWait(life, { ...house, address, words, mode: 'development' })
  },
  { signalStatus: 0 },
)
