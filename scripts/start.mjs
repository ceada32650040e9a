// `npm start`: from a fresh clone to a served Colloquy. Until npm has run, only what Node brings may be imported here.
import { awaitFolder } from './database/claim.mjs'
import { openDataFolder } from './database/data-folder.mjs'
import { generateClient, installMissing } from './install.mjs'
import { live } from './lifecycle.mjs'
import { requireFreePort, requireNode, servingAddress } from './requirements.mjs'

await live(
  async (life) => {
    requireNode()
    const address = servingAddress()
    await awaitFolder(openDataFolder())
    await requireFreePort(address)
    await installMissing(life)
    await generateClient(life)
    const { startColloquy } = await import('./serving/start-colloquy.mjs')
    await startColloquy(life, address)
  },
  { signalStatus: 0 },
)
