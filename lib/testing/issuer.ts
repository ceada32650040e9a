import { createServer } from 'node:http'
import Provider, { type Configuration } from 'oidc-provider'

// A certified OpenID Connect issuer on the loopback, at which everybody is signed in at once as the person of the moment.

const ASKING = '/who/'

export type IssuerPerson = {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
}

export type TestIssuer = {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who signs in at the issuer from now on. */
  readonly becomes: (person: IssuerPerson) => void
  readonly close: () => Promise<void>
}

/** Opens the issuer for one client, which is led back to `redirectUri`. */
export async function openIssuer(redirectUri: string): Promise<TestIssuer> {
  let person: IssuerPerson = { sub: 'nobody' }
  const client = { clientId: 'colloquy', clientSecret: 'only for these tests' }
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  const url = `http://127.0.0.1:${address.port}`
  const provider = new Provider(
    url,
    configuration({ ...client, redirectUri }, () => person),
  )
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith(ASKING)) return answer(request, response)
    return provider.interactionFinished(request, response, { login: { accountId: person.sub } })
  })
  return {
    url,
    ...client,
    becomes: (next) => {
      person = next
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

type Client = {
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

function configuration(client: Client, whoever: () => IssuerPerson): Configuration {
  return {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [client.redirectUri],
      },
    ],
    cookies: { keys: ['only for these tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ ...whoever(), sub }) }),
    // No page asks who one is or whether one agrees: both were decided by the test.
    interactions: { url: (_, { uid }) => `${ASKING}${uid}` },
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        clientId: client.clientId,
        accountId: whoever().sub,
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  }
}
