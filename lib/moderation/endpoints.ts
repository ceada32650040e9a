import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import { now } from '@/lib/clock'
import { csvOf } from '@/lib/csv-file'
import { groupFor } from '@/lib/groups/queries'
import type { Actor } from '@/lib/policy/actor'
import { appealDecision } from './commands/appeal'
import { claimItem, releaseItem, setItem } from './commands/claim-item'
import { decideItem } from './commands/decide'
import { flagPost } from './commands/flag'
import { setRules } from './commands/set-rules'
import { undoDecision } from './commands/undo'
import { reviewContract } from './contract/review'
import { presentDecision, presentEntry, presentHouseRules, presentItem } from './present'
import { decisionFor } from './queries/decisions'
import { COUNTED_TO, itemFor, queueOf } from './queries/items'
import { houseRulesOf, logOf } from './queries/log'

const os = on(reviewContract)
const forSignedIn = os.use(signedIn)

export const reviewEndpoints = os.router({
  flag: forSignedIn.flag.handler(({ input, context: { actor } }) => flagPost(actor, input)),
  items: os.items.handler(async ({ input, context: { actor } }) => {
    const at = now()
    const page = await queueOf(actor, input, at)
    return {
      items: page.items.map((found) => presentItem(actor, found, at)),
      nextCursor: page.nextCursor,
      counts: [...page.counts],
      countedTo: COUNTED_TO,
    }
  }),
  item: os.item.handler(async ({ input, context: { actor } }) =>
    presentItem(actor, await itemFor(actor, input.id), now()),
  ),
  claim: forSignedIn.claim.handler(async ({ input, context: { actor } }) =>
    presentItem(actor, await claimItem(actor, input.id), now()),
  ),
  release: forSignedIn.release.handler(({ input, context: { actor } }) =>
    releaseItem(actor, input.id),
  ),
  set: forSignedIn.set.handler(async ({ input: { id, ...setting }, context: { actor } }) =>
    presentItem(actor, await setItem(actor, id, setting), now()),
  ),
  decide: forSignedIn.decide.handler(async ({ input, context: { actor } }) =>
    presentDecision(actor, await decideItem(actor, input), now()),
  ),
  decision: os.decision.handler(async ({ input, context: { actor } }) =>
    presentDecision(actor, await decisionFor(actor, input.id), now()),
  ),
  undo: forSignedIn.undo.handler(({ input, context: { actor } }) => undoDecision(actor, input.id)),
  appeal: forSignedIn.appeal.handler(({ input, context: { actor } }) =>
    appealDecision(actor, input.id, input.words),
  ),
  log: os.log.handler(async ({ input: { id, ...query }, context: { actor } }) => {
    const page = await logOf(actor, id, query)
    return { ...page, items: page.items.map((row) => presentEntry(actor, row)) }
  }),
  rules: os.rules.handler(async ({ input, context: { actor } }) => {
    const group = await groupFor(actor, input.id)
    return presentHouseRules(actor, group, await houseRulesOf(group))
  }),
  setRules: forSignedIn.setRules.handler(({ input: { id, ...change }, context: { actor } }) =>
    setRules(actor, id, change),
  ),
})

const FILE_LINES = 200
const FILE_PAGES = 500

/** The whole log of a group as CSV, for whom it shows it: a hundred thousand lines at most, newest first. */
export async function logFile(actor: Actor, groupId: string): Promise<Response> {
  const rows: (string | null)[][] = [
    ['at', 'act', 'decision', 'reason', 'rule', 'source', 'subject', 'subject id', 'by'],
  ]
  let cursor: string | undefined
  for (let page = 0; page < FILE_PAGES; page++) {
    const found = await logOf(actor, groupId, { cursor, limit: FILE_LINES })
    for (const row of found.items) {
      const { at, act, kind, reason, rule, source, subject, by } = presentEntry(actor, row)
      const { kind: what, id } = subject
      rows.push([at, act, kind, reason, rule, source, what, id, by?.name ?? null])
    }
    if (found.nextCursor === null) break
    cursor = found.nextCursor
  }
  return new Response(csvOf(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="moderation-log.csv"',
    },
  })
}
