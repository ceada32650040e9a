import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import { importOutline } from '@/lib/debates/commands/import-outline'
import { openDebate } from '@/lib/debates/commands/open-debate'
import { addThesis } from '@/lib/debates/commands/theses'
import { undoRearrangement } from '@/lib/debates/commands/undo'
import { debateContract } from '@/lib/debates/contract/debates'
import { presentBar, presentClaim, presentDebate } from '@/lib/debates/present'
import {
  presentArgument,
  presentChange,
  presentGraph,
  presentPoints,
} from '@/lib/debates/present-whole'
import { changesOf } from '@/lib/debates/queries/changes'
import { debateView } from '@/lib/debates/queries/debate-view'
import { debateFor, debatesOn } from '@/lib/debates/queries/debates'
import { citationsOn } from '@/lib/debates/queries/evidence'
import { argumentOf, graphFor } from '@/lib/debates/queries/graph'
import { shelfFor } from '@/lib/debates/queries/shelf'
import {
  mostBridging,
  mostContested,
  unansweredQuestions,
  unsupportedClaims,
} from '@/lib/debates/queries/topology'
import { writersOf } from '@/lib/debates/queries/writers'
import { aifOf } from '@/lib/exchange/aif'
import { nestedOf } from '@/lib/exchange/nested'
import { outlineOf } from '@/lib/exchange/outline'
import type { Actor } from '@/lib/policy/actor'

const os = on(debateContract)
const forSignedIn = os.use(signedIn)

async function argument(actor: Actor, id: string) {
  const debate = await debateFor(actor, id)
  return presentArgument(await argumentOf(actor, debate.id))
}

async function firstScreen(actor: Actor, id: string, thesisId?: string) {
  const debate = await debateFor(actor, id)
  const [view, writers] = await Promise.all([
    debateView(actor, debate, thesisId),
    writersOf(debate.groupId),
  ])
  return presentDebate(actor, view, writers)
}

export const debateEndpoints = os.router({
  bars: os.bars.handler(async ({ input, context: { actor } }) => {
    const rows = await debatesOn(await shelfFor(actor, input.id, input.groupId))
    return { items: rows.map(presentBar), nextCursor: null }
  }),
  citations: os.citations.handler(async ({ input, context: { actor } }) => {
    const { reading, groupId } = await shelfFor(actor, input.id, input.groupId)
    const revisionId = reading.currentRevision?.id
    const items = revisionId === undefined ? [] : await citationsOn({ revisionId, groupId })
    return { items: [...items], nextCursor: null }
  }),
  topology: os.topology.handler(async ({ input, context: { actor } }) => {
    const shelf = await shelfFor(actor, input.id, input.groupId)
    const where = { readingId: shelf.reading.id, groupId: shelf.groupId }
    const [rows, contested, bridging, unsupported, unanswered] = await Promise.all([
      debatesOn(shelf),
      mostContested(actor, where),
      mostBridging(actor, where),
      unsupportedClaims(actor, where),
      unansweredQuestions(actor, where),
    ])
    const shown = (points: typeof contested) => presentPoints(actor, shelf, points)
    return {
      bars: rows.map(presentBar),
      contested: shown(contested),
      bridging: shown(bridging),
      unsupported: shown(unsupported),
      unanswered: shown(unanswered),
    }
  }),
  open: forSignedIn.open.handler(async ({ input, context: { actor } }) =>
    firstScreen(actor, (await openDebate(actor, input)).id),
  ),
  get: os.get.handler(({ input, context: { actor } }) =>
    firstScreen(actor, input.id, input.thesisId),
  ),
  addThesis: forSignedIn.addThesis.handler(
    async ({ input: { id, ...thesis }, context: { actor } }) => {
      const { claim, debate } = await addThesis(actor, id, thesis)
      return presentClaim(actor, claim, debate)
    },
  ),
  graph: os.graph.handler(async ({ input: { id, ...lens }, context: { actor } }) => {
    const debate = await debateFor(actor, id)
    return presentGraph(actor, debate, await graphFor(actor, debate, lens))
  }),
  changes: os.changes.handler(async ({ input: { id, ...page }, context: { actor } }) => {
    const debate = await debateFor(actor, id)
    const changes = await changesOf(debate.id, page)
    return { ...changes, items: changes.items.map((row) => presentChange(actor, row, debate)) }
  }),
  undo: forSignedIn.undo.handler(({ input, context: { actor } }) =>
    undoRearrangement(actor, input.id),
  ),
  aif: os.aif.handler(async ({ input, context: { actor } }) => ({
    ...aifOf(await argument(actor, input.id)),
  })),
  tree: os.tree.handler(async ({ input, context: { actor } }) => ({
    format: 'colloquy-debate',
    version: 1,
    theses: nestedOf(await argument(actor, input.id)),
  })),
  outline: os.outline.handler(async ({ input, context: { actor } }) => ({
    text: outlineOf(nestedOf(await argument(actor, input.id))),
  })),
  import: forSignedIn.import.handler(({ input: { id, ...outline }, context: { actor } }) =>
    importOutline(actor, id, outline),
  ),
})
