import 'server-only'
import { on, requireSignedIn } from '@/lib/api/base'
import { now } from '@/lib/clock'
import { changeSettings, rename } from './commands/profile'
import { changePassword, endOtherSessions, endOwnSession, setDisabled } from './commands/rights'
import { createToken, revokeToken } from './commands/tokens'
import { peopleContract } from './contract/people'
import { presentMe, presentPersonRow, presentSession, presentToken } from './present'
import { listPeople, mySessions, myself, myTokens } from './queries'

const os = on(peopleContract)

export const peopleEndpoints = os.router({
  me: os.me.handler(async ({ context }) => presentMe(await myself(requireSignedIn(context)))),
  rename: os.rename.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    await rename(actor, input.name)
    return presentMe(await myself(actor))
  }),
  updateSettings: os.updateSettings.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    await changeSettings(actor, input)
    return presentMe(await myself(actor)).settings
  }),
  changePassword: os.changePassword.handler(({ input, context }) =>
    changePassword(requireSignedIn(context), { ...input, keepSessionId: context.sessionId }),
  ),
  sessions: os.sessions.handler(async ({ context }) => {
    const rows = await mySessions(requireSignedIn(context), now())
    return { items: rows.map((row) => presentSession(row, context.sessionId)), nextCursor: null }
  }),
  endSession: os.endSession.handler(({ input, context }) =>
    endOwnSession(requireSignedIn(context), input.id),
  ),
  endOtherSessions: os.endOtherSessions.handler(({ context }) =>
    endOtherSessions(requireSignedIn(context), context.sessionId),
  ),
  tokens: os.tokens.handler(async ({ context }) => {
    const rows = await myTokens(requireSignedIn(context))
    return { items: rows.map(presentToken), nextCursor: null }
  }),
  createToken: os.createToken.handler(({ input, context }) => {
    const actor = requireSignedIn(context)
    const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null
    return createToken(actor, actor.personId, { ...input, expiresAt })
  }),
  revokeToken: os.revokeToken.handler(({ input, context }) =>
    revokeToken(requireSignedIn(context), input.id),
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
