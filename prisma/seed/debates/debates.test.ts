import { describe, expect, test } from 'vitest'
import { requireRelation, statement } from '@/lib/debates/claim'
import { locate } from '@/lib/text/selectors'
import { GROUPS, membersOf } from '@/prisma/seed/groups'
import { DAY } from '@/prisma/seed/note'
import { isPersonKey } from '@/prisma/seed/people'
import { demoText } from '@/prisma/seed/reading-rows'
import { DEBATES } from '@/prisma/seed/world'
import type { DemoClaim } from './debate'
import { votesFrom } from './votes'

const { text, sections } = demoText('article')

function under(claims: readonly DemoClaim[] = []): readonly DemoClaim[] {
  return claims.flatMap((claim) => [claim, ...under(claim.answers)])
}

const everyClaim = DEBATES.flatMap(({ group, theses }) =>
  theses.flatMap((thesis) => under(thesis.claims).map((claim) => ({ group, thesis, claim }))),
)

describe('the debates of the demo', () => {
  test('are on each of the five sections of the article', () => {
    const argued = new Set(
      DEBATES.filter(({ group }) => group === 'east-asia-desk').map(({ section }) => section),
    )
    expect(sections.filter(({ level, title }) => level > 0 && !argued.has(title))).toEqual([])
  })

  test('rest on words that stand in the article once', () => {
    const cited = everyClaim.flatMap(({ claim }) => claim.cites ?? [])
    expect(cited.filter((exact) => locate(text, { exact }).kind !== 'found')).toEqual([])
    expect(cited.length).toBeGreaterThan(30)
  })

  test('are such as people could have written', () => {
    for (const { claim } of everyClaim) {
      const kind =
        claim.does === 'asks' ? 'question' : claim.does === 'assumes' ? 'assumption' : 'claim'
      expect(
        () => requireRelation(kind, claim.does, claim.attacks ?? null),
        claim.text,
      ).not.toThrow()
      expect(statement(claim.text)).toBe(claim.text)
    }
  })

  test('are argued, voted on and forecast by people who may write in the group', () => {
    for (const { group, thesis, claim } of everyClaim) {
      const given = [...(claim.forecast?.given ?? []), ...(thesis.forecast?.given ?? [])]
      const voters = votesFrom(claim.votes).map(({ by }) => by)
      const stood = Object.keys(thesis.stances).filter(isPersonKey)
      const people = [claim.by, thesis.by, ...voters, ...given.map(({ by }) => by), ...stood]
      const strangers = people.filter((key) => [undefined, 'guest'].includes(membersOf(group)[key]))
      expect(strangers, claim.text).toEqual([])
      expect(new Set(voters).size, claim.text).toBe(voters.length)
    }
  })

  test('answer what was there before, in a group that was there before', () => {
    for (const { group, thesis } of everyClaim) {
      expect(thesis.ago).toBeLessThan(GROUPS[group].made * DAY)
      const inOrder = (claims: readonly DemoClaim[] = [], before: number): boolean =>
        claims.every((claim) => claim.ago <= before && inOrder(claim.answers, claim.ago))
      expect(inOrder(thesis.claims, thesis.ago), thesis.text).toBe(true)
    }
  })

  test('have claims for and against each thesis, and a few forecasts, one of them resolved', () => {
    for (const { theses } of DEBATES) {
      for (const { claims, text: words } of theses) {
        const does = new Set(claims.map((claim) => claim.does))
        expect([does.has('supports'), does.has('opposes')], words).toEqual([true, true])
      }
    }
    const forecasts = everyClaim.flatMap(({ claim }) => claim.forecast ?? [])
    expect(forecasts.filter(({ resolved }) => resolved).length).toBe(1)
    expect(forecasts.length).toBeGreaterThan(1)
  })
})
