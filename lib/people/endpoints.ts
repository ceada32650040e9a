import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import { now } from '@/lib/clock'
import { changeSettings, renamePerson } from './commands/profile'
import { changePassword, endOtherSessions, endOwnSession, setDisabled } from './commands/rights'
import { createToken, revokeToken } from './commands/tokens'
import { peopleContract } from './contract/people'
import { presentMe, presentPersonRow, presentSession, presentToken } from './present'
import { listPeople, mySessions, myself, myTokens } from './queries'

const os = on(peopleContract)
const forSignedIn = os.use(signedIn)

export const peopleEndpoints = os.router({
  me: forSignedIn.me.handler(async ({ context: { actor } }) => presentMe(await myself(actor))),
  rename: forSignedIn.rename.handler(async ({ input, context: { actor } }) => {
    await renamePerson(actor, input.name)
    return presentMe(await myself(actor))
  }),
  updateSettings: forSignedIn.updateSettings.handler(async ({ input, context: { actor } }) => {
    await changeSettings(actor, input)
    return presentMe(await myself(actor)).settings
  }),
  changePassword: forSignedIn.changePassword.handler(({ input, context: { actor, sessionId } }) =>
    changePassword(actor, { ...input, keepSessionId: sessionId }),
  ),
  sessions: forSignedIn.sessions.handler(async ({ context }) => {
    const rows = await mySessions(context.actor, now())
    return { items: rows.map((row) => presentSession(row, context.sessionId)), nextCursor: null }
  }),
  endSession: forSignedIn.endSession.handler(({ input, context: { actor } }) =>
    endOwnSession(actor, input.id),
  ),
  endOtherSessions: forSignedIn.endOtherSessions.handler(({ context }) =>
    endOtherSessions(context.actor, context.sessionId),
  ),
  tokens: forSignedIn.tokens.handler(async ({ context: { actor } }) => {
    const rows = await myTokens(actor)
    return { items: rows.map(presentToken), nextCursor: null }
  }),
  createToken: forSignedIn.createToken.handler(({ input, context: { actor } }) => {
    const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null
    return createToken(actor, actor.personId, { ...input, expiresAt })
  }),
  revokeToken: forSignedIn.revokeToken.handler(({ input, context: { actor } }) =>
    revokeToken(actor, input.id),
  ),
  list: os.list.handler(async ({ input, context: { actor } }) => {
    const page = await listPeople(actor, input)
    return { ...page, items: page.items.map(presentPersonRow) }
  }),
  disable: forSignedIn.disable.handler(({ input, context: { actor } }) =>
    setDisabled(actor, input.id, true),
  ),
  enable: forSignedIn.enable.handler(({ input, context: { actor } }) =>
    setDisabled(actor, input.id, false),
  ),
})
