import 'server-only'
import { type ApiContext, on, requireSignedIn } from '@/lib/api/base'
import { now } from '@/lib/clock'
import { Forbidden } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { changeSettings, rename } from './commands/profile'
import { changePassword, endOtherSessions, endOwnSession, setDisabled } from './commands/rights'
import { createToken, revokeToken } from './commands/tokens'
import { peopleContract } from './contract/people'
import { presentMe, presentPersonRow, presentSession, presentToken } from './present'
import { listPeople, mySessions, myself, myTokens } from './queries'

const os = on(peopleContract)

/** The person behind the request, who may change things. Throws Forbidden for a token that only reads. */
function requireWriter(context: ApiContext): SignedIn {
  const actor = requireSignedIn(context)
  if (!actor.scopes.includes('write')) throw new Forbidden('This token may read but not write.')
  return actor
}

/**
 * The person behind the request, at a browser. What decides who gets in is not for tokens: whoever finds one must not be able to
 * make more of it. Throws Forbidden.
 */
function requirePresence(context: ApiContext): SignedIn {
  const actor = requireSignedIn(context)
  if (context.sessionId === null) {
    throw new Forbidden('Sign in for this: a token may not change who gets in.', 'needs-session')
  }
  return actor
}

export const peopleEndpoints = os.router({
  me: os.me.handler(async ({ context }) => presentMe(await myself(requireSignedIn(context)))),
  rename: os.rename.handler(async ({ input, context }) => {
    const actor = requireWriter(context)
    await rename(actor, input.name)
    return presentMe(await myself(actor))
  }),
  updateSettings: os.updateSettings.handler(async ({ input, context }) => {
    const actor = requireWriter(context)
    await changeSettings(actor, input)
    return presentMe(await myself(actor)).settings
  }),
  changePassword: os.changePassword.handler(({ input, context }) =>
    changePassword(requirePresence(context), { ...input, keepSessionId: context.sessionId }),
  ),
  sessions: os.sessions.handler(async ({ context }) => {
    const rows = await mySessions(requireSignedIn(context), now())
    return { items: rows.map((row) => presentSession(row, context.sessionId)), nextCursor: null }
  }),
  endSession: os.endSession.handler(({ input, context }) =>
    endOwnSession(requirePresence(context), input.id),
  ),
  endOtherSessions: os.endOtherSessions.handler(({ context }) =>
    endOtherSessions(requirePresence(context), context.sessionId),
  ),
  tokens: os.tokens.handler(async ({ context }) => {
    const rows = await myTokens(requireSignedIn(context))
    return { items: rows.map(presentToken), nextCursor: null }
  }),
  createToken: os.createToken.handler(({ input, context }) => {
    const actor = requirePresence(context)
    const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null
    return createToken(actor, actor.personId, { ...input, expiresAt })
  }),
  revokeToken: os.revokeToken.handler(({ input, context }) =>
    revokeToken(requirePresence(context), input.id),
  ),
  list: os.list.handler(async ({ input, context: { actor } }) => {
    const page = await listPeople(actor, input)
    return { ...page, items: page.items.map(presentPersonRow) }
  }),
  disable: os.disable.handler(({ input, context }) =>
    setDisabled(requireSignedIn(context), input.id, true),
  ),
  enable: os.enable.handler(({ input, context }) =>
    setDisabled(requireSignedIn(context), input.id, false),
  ),
})
