// What both the proxy and the server know of how this server is reached and what it seals with.

/** Whether browsers reach this server by https, so that cookies may be for https alone. */
export function isSecure(): boolean {
  return (process.env.COLLOQUY_URL ?? '').startsWith('https:')
}

/** What Strict-Transport-Security says where `isSecure`: for two years browsers come by https alone. */
export const HTTPS_ONLY = 'max-age=63072000'

/** Secret that seals cookies. Throws when the app was started without one. */
export function authSecret(): string {
  const secret = process.env.AUTH_SECRET
  if (!secret) throw new Error('AUTH_SECRET is not set: start the app by `npm start`.')
  return secret
}
