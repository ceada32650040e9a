import { forgetData, freshData, startServer, stopServer } from './world/server'
import { siteAddress, startWebSite } from './world/web-site'

// Before the first browser test: the real production server, on fresh data with the demo world.

export default async function startTestedServer(): Promise<() => Promise<void>> {
  const data = freshData()
  process.env.COLLOQUY_DATA = data // The makers of worlds and the operator's commands speak to the same data.
  const port = process.env.COLLOQUY_E2E_PORT ?? ''
  const site = await startWebSite(siteAddress())
  process.env.COLLOQUY_IMPORT_ALLOW = siteAddress().host
  const server = await startServer({ port, data, demo: 'on' })
  return async () => {
    await stopServer(server)
    await site.close()
    forgetData(data)
  }
}
