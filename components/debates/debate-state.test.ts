import { describe, expect, test } from 'vitest'
import type { DebateShape } from '@/lib/debates/contract/debates'
import type { ClaimShape, DebateNews } from '@/lib/debates/contract/shapes'
import { afterNews, listKey, stateFrom } from './debate-state'

const VOTES = { mine: null, voters: 0, counts: null }
const NONE = { supports: 0, opposes: 0, qualifies: 0, asks: 0, assumes: 0 }

function claim(id: string, parentId: string | null, facts: Partial<ClaimShape> = {}): ClaimShape {
  const place = parentId && {
    linkId: `${parentId}>${id}`,
    parentId,
    relation: 'supports' as const,
    attacks: null,
    relevance: VOTES,
  }
  return {
    ...{
      id,
      debateId: 'd',
      kind: parentId === null ? 'thesis' : 'claim',
      text: id,
      explanation: '',
    },
    ...{
      author: { id: 'ana', name: 'Ana' },
      adopted: true,
      version: 1,
      createdAt: '',
      editedAt: null,
    },
    ...{ withdrawn: false, archived: false, mergedIntoId: null, place: place || null, parents: 1 },
    ...{ truth: VOTES, contested: null, bridge: null, below: NONE, evidence: [], forecast: null },
    ...{
      stance: null,
      endorsements: null,
      replyCount: 0,
      lastPostId: id,
      resolved: false,
      fromNote: false,
    },
    can: {
      ...{
        answer: true,
        reply: true,
        resolve: false,
        vote: true,
        cite: true,
        edit: false,
        withdraw: false,
      },
      ...{
        move: false,
        arrange: false,
        adopt: false,
        endorse: false,
        forecast: false,
        seeNames: false,
      },
    },
    ...facts,
  }
}

const BAR = {
  id: 'd',
  sectionId: 's',
  thesis: 'It is so.',
  stances: 0,
  theses: 1,
  claims: 1,
  supports: 1,
  opposes: 0,
  qualifies: 0,
  openQuestions: 0,
}

function opened(): ReturnType<typeof stateFrom> {
  const debate: DebateShape = {
    ...{
      id: 'd',
      readingId: 'r',
      groupId: 'g',
      sectionId: 's',
      bar: BAR,
      thesisId: 't',
      stances: null,
    },
    theses: [claim('t', null)],
    columns: [{ relation: 'supports', count: 1, items: [claim('a', 't')], nextCursor: null }],
    answers: [],
    showsVoters: false,
    endorsementsNeeded: 3,
    can: { argue: true, setThesis: false, arrange: false, takeStance: true },
  }
  return stateFrom(debate)
}

const news = (claims: ClaimShape[], facts: Partial<DebateNews> = {}): DebateNews => ({
  ...{ debateId: 'd', sectionId: 's', bar: { ...BAR, claims: 2 }, claims, stances: null },
  ...facts,
})

const column = (state: ReturnType<typeof opened>) => state.lists.get(listKey('t', 'supports'))

describe('what the line tells of a debate', () => {
  test('holds back what others add, and shows what oneself added elsewhere', () => {
    const { state, ask } = afterNews(opened(), news([claim('b', 't')]), 'ben')
    expect([column(state)?.keys, column(state)?.held]).toEqual([['t>a'], ['t>b']])
    expect(state.debate.bar.claims).toBe(2)
    expect(ask).toEqual(['t'])
    const own = afterNews(opened(), news([claim('b', 't')]), 'ana').state
    expect([column(own)?.keys, column(own)?.held]).toEqual([['t>a', 't>b'], []])
  })

  test('puts new votes where the claim stands, and asks for nothing', () => {
    const truth = { mine: 3, voters: 2, counts: [0, 0, 0, 2, 0] }
    const { state, ask } = afterNews(opened(), news([claim('a', 't', { truth })]), 'ben')
    expect(state.claims.get('t>a')?.truth).toEqual(truth)
    expect(column(state)?.keys).toEqual(['t>a'])
    expect(ask).toEqual([])
  })

  test('takes a claim that was moved from where it stood', () => {
    const { state, ask } = afterNews(opened(), news([claim('a', 'elsewhere')]), 'ben')
    expect(column(state)?.keys).toEqual([])
    expect(ask).toEqual(['t', 'elsewhere'])
  })

  test('takes away what was put away', () => {
    const { state } = afterNews(opened(), news([claim('a', 't', { archived: true })]), 'ben')
    expect(column(state)?.keys).toEqual([])
  })

  test('shows a thesis that was proposed', () => {
    const { state } = afterNews(opened(), news([claim('u', null, { adopted: false })]), 'ben')
    expect(state.debate.theses.map(({ id }) => id)).toEqual(['t', 'u'])
  })
})
