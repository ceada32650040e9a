import { afterEach, expect, test, vi } from 'vitest'
import type { DebateShape } from '@/lib/debates/contract/debates'
import { listKey } from './debate-state'
import { DebateStore } from './debate-store'

afterEach(() => vi.unstubAllGlobals())

const NONE = { stances: 0, theses: 0, claims: 0, supports: 0, opposes: 0, qualifies: 0 }
const DEBATE: DebateShape = {
  ...{ id: 'd', readingId: 'r', groupId: 'g', sectionId: 's', thesisId: 't', stances: null },
  ...{ theses: [], columns: [], answers: [] },
  bar: { ...NONE, id: 'd', sectionId: 's', thesis: null, openQuestions: 0 },
  ...{ showsVoters: false, endorsementsNeeded: 3 },
  can: { argue: true, setThesis: false, arrange: false, takeStance: true },
}

test('who looks for a claim while its list is loaded waits for the same answer', async () => {
  const answers: (() => void)[] = []
  vi.stubGlobal('fetch', () => {
    const page = Response.json({ items: [], nextCursor: null })
    return new Promise<Response>((answer) => {
      answers.push(() => answer(page))
    })
  })
  const store = new DebateStore(DEBATE, 'me')
  const first = store.load('t', 'any')
  const second = store.load('t', 'any')
  await expect.poll(() => answers.length).toBe(1)
  answers[0]?.()
  await Promise.all([first, second])
  expect(store.getState().lists.get(listKey('t', 'any'))?.status).toBe('ready')
  expect(answers).toHaveLength(1)
})
