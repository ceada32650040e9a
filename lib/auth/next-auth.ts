import 'server-only'
import { decodeJwt } from 'jose'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import * as z from 'zod'
import { PublicError } from '@/lib/errors'
import { log } from '@/lib/log'
import { SESSION_SECONDS } from './cookie'
import { personByIdentity } from './entry/by-issuer'
import { personByPassword } from './entry/by-password'
import { authSecret, isSecure } from './secret'
import { createSession, visitorOf } from './session'
import { waysIn } from './ways'

// What next-auth is told. It does the protocol of OpenID Connect and seals the cookie; who somebody is and his session row are
// ours. Nothing outside lib/auth knows it.

export const ISSUER = 'issuer'

const claimsShape = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().max(255).optional(),
  // Some issuers send a string.
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: z.string().optional(),
})
type Claims = z.infer<typeof claimsShape>

/** One who comes in. `invitation` is the code that somebody new comes with, empty for none; `personId` is filled in on the way. */
export type NextAuthEntry = { readonly invitation: string; personId: string }

/** The options for one request. */
export function nextAuthOptions(request: Request, entry: NextAuthEntry): NextAuthOptions {
  const entered = { personId: '' }
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: isSecure(),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [byPassword(request), ...(waysIn().issuer === null ? [] : [byIssuer()])],
    logger: {
      error: (code, metadata) => log.error({ code, metadata }, 'Signing in failed.'),
      warn: () => undefined,
      debug: () => undefined,
    },
    callbacks: {
      async signIn({ account, profile, user }) {
        if (account?.provider !== ISSUER) {
          entered.personId = user.id
          return true
        }
        try {
          entered.personId = await personByIdentity(identityOf(profile), entry.invitation)
          return true
        } catch (error) {
          if (error instanceof PublicError) return `/sign-in?problem=${error.code}`
          throw error
        }
      },
      async jwt({ account }) {
        // Only signing in asks for a token: reading one is lib/auth/session.ts's.
        const way = account?.provider === ISSUER ? 'issuer' : 'password'
        const sid = await createSession(entered.personId, way, request.headers)
        entry.personId = entered.personId
        return { sub: entered.personId, sid }
      },
    },
  }
}

function identityOf(profile: unknown) {
  const claims = claimsShape.parse(profile)
  return {
    issuer: process.env.OIDC_ISSUER ?? '',
    subject: claims.sub,
    email: claims.email ?? null,
    emailVerified: String(claims.email_verified) === 'true',
    name: claims.name ?? null,
  }
}

function byPassword(request: Request) {
  return CredentialsProvider({
    credentials: { email: {}, password: {} },
    async authorize(typed) {
      const { email = '', password = '' } = typed ?? {}
      try {
        return { id: await personByPassword({ email, password, ...visitorOf(request.headers) }) }
      } catch (error) {
        if (error instanceof PublicError) return null
        throw error
      }
    },
  })
}

function byIssuer(): OAuthConfig<Claims> {
  const { OIDC_ISSUER = '', OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME = '' } = process.env
  return {
    id: ISSUER,
    name: OIDC_NAME,
    type: 'oauth',
    wellKnown: `${OIDC_ISSUER.replace(/\/+$/, '')}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    userinfo: {
      // Many issuers keep address and name out of the ID token, which was verified already, and tell them only here. That both
      // speak of the same person is to be checked (OpenID Connect Core 5.3.2).
      async request({ client, tokens }) {
        const said = decodeJwt(tokens.id_token ?? '')
        const told = await client.userinfo(tokens.access_token ?? '')
        if (said.sub !== told.sub) throw new Error('The issuer speaks of two different people.')
        return { ...said, ...told }
      },
    },
    profile: ({ sub, email, name }) => ({ id: sub, email, name }),
  }
}
