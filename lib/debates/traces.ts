import type { Change } from './restructure'

export type KeptVote = {
  readonly linkId: string
  readonly personId: string
  readonly value: number
}

/** What is written down of a change, so that it can be taken back. */
export type Traces = {
  readonly change: Change
  /** Votes on relevance that stood on links that went. */
  readonly votes: readonly KeptVote[]
  /** Whose votes on truth were given to the claim that another was merged into. */
  readonly voters: readonly string[]
  /** Evidence that moved there. */
  readonly evidence: readonly string[]
  /** What a claim said that was split. */
  readonly words: { readonly id: string; readonly text: string } | null
}
