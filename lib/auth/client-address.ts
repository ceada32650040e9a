import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { clientAddress, proxiesFrom } from './network'

// Next hands a request on without the connection that it came by, and takes X-Forwarded-For from whoever sends it. So each
// request is marked as it comes in, by a header of our own that nobody else can set.

/** The header that carries where a request comes from. */
export const ADDRESS_HEADER = 'x-colloquy-address'

/** From now on marks each request of this process; proxies are those of COLLOQUY_TRUSTED_PROXIES. Throws for a bad setting. */
export function markAddresses(): void {
  const proxies = proxiesFrom(process.env.COLLOQUY_TRUSTED_PROXIES ?? '')
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return
    const { request } = message
    if (!(request instanceof IncomingMessage)) return
    const forwarded = [request.headers['x-forwarded-for'] ?? ''].flat().join(',')
    const peer = request.socket.remoteAddress ?? ''
    request.headers[ADDRESS_HEADER] = clientAddress(peer, forwarded, proxies)
  })
}
