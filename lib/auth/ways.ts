import 'server-only'

// Which ways in this server offers, by its environment.

export type SignUp = 'open' | 'invitation' | 'closed'

export type WaysIn = {
  /** Demo people may be walked in as, without a password. */
  readonly demo: boolean
  readonly mail: boolean
  /** What the OpenID Connect issuer is called on the button; null when there is none. */
  readonly issuer: string | null
  readonly signUp: SignUp
}

/** Asked anew each time: tests and operators change it. */
export function waysIn(): WaysIn {
  const { COLLOQUY_DEMO, SMTP_URL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_NAME } = process.env
  const demo = COLLOQUY_DEMO === 'on'
  return {
    demo,
    mail: Boolean(SMTP_URL),
    issuer: OIDC_ISSUER && OIDC_CLIENT_ID ? OIDC_NAME || 'your organisation' : null,
    signUp: signUpSetting(demo),
  }
}

function signUpSetting(demo: boolean): SignUp {
  const said = process.env.COLLOQUY_SIGN_UP
  if (said === 'open' || said === 'invitation' || said === 'closed') return said
  return demo ? 'open' : 'invitation'
}

/** The address in the browser of a path of ours. */
export function siteUrl(path: string): string {
  return new URL(path, process.env.COLLOQUY_URL ?? 'http://localhost:3000').toString()
}
