import { isPersonKey, type PersonKey } from '@/prisma/seed/people'

export type DemoVote = {
  readonly by: PersonKey
  readonly truth: number
  readonly relevance: number
}

const VOTE = /^([a-z]+)([0-4])([0-4])$/

/** Votes as they are written in the demo: "noor43 ha33". Throws for what is none. */
export function votesFrom(written = ''): readonly DemoVote[] {
  return written
    .split(' ')
    .filter((vote) => vote !== '')
    .map((vote) => {
      const [, by = '', truth, relevance] = VOTE.exec(vote) ?? []
      if (!isPersonKey(by)) throw new Error(`The demo has no vote like “${vote}”.`)
      return { by, truth: Number(truth), relevance: Number(relevance) }
    })
}
