'use client'

import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { CONTESTED_FROM } from '@/lib/measures/contested'
import type { VoteValue } from '@/lib/measures/distribution'
import { useDebateStore } from './debate-context'
import { debatesApi } from './debates-api'
import { VoteScale } from './vote-scale'
import { VotersDialog } from './voters-dialog'

/** The two questions about a claim, and what the votes measure. */
export function ClaimVotes({ claim }: { readonly claim: ClaimShape }) {
  const store = useDebateStore()
  const { id, truth, place, can } = claim
  const voteTruth = (value: VoteValue | null) =>
    store.ask(() =>
      value === null
        ? debatesApi.claims.withdrawTruth({ id })
        : debatesApi.claims.voteTruth({ id, value }),
    )
  const voteRelevance = (parentId: string, value: VoteValue | null) =>
    store.ask(() =>
      value === null
        ? debatesApi.claims.withdrawRelevance({ id, parentId })
        : debatesApi.claims.voteRelevance({ id, parentId, value }),
    )
  return (
    <div className="votes">
      <VoteScale
        question="Is it true?"
        ends={['no', 'yes']}
        votes={truth}
        may={can.vote}
        onVote={(value) => void voteTruth(value)}
      />
      {place && (
        <VoteScale
          question="Does it matter here?"
          ends={['not at all', 'decides it']}
          votes={place.relevance}
          may={can.vote}
          onVote={(value) => void voteRelevance(place.parentId, value)}
        />
      )}
      <Measures claim={claim} />
    </div>
  )
}

function Measures({ claim }: { readonly claim: ClaimShape }) {
  const { truth, contested, bridge, can } = claim
  const [named, setNamed] = useState(false)
  if (truth.counts === null || contested === null) {
    return (
      <p className="measures meta">
        <Icon name="eye" size={14} />
        {truth.voters === 0 ? 'Nobody has voted yet' : `${truth.voters} voted.`}{' '}
        {can.vote && truth.voters > 0 && 'Counts appear after your own vote'}
      </p>
    )
  }
  return (
    <p className="measures meta" role="status">
      <span title="4·p(1−p)·n/(n+4), p = (u+1)/(n+2); u of n say 3 or 4">
        {contested >= CONTESTED_FROM && <span className="hotkey" aria-hidden="true" />}
        Contested <b className="num">{contested.toFixed(2)}</b>
      </span>
      <span title="Geometric mean over the camps of (agree+1)/(seen+2), from two camps of three voters on">
        {bridge === null ? (
          'Bridge: too few to say'
        ) : (
          <>
            Bridge <b className="num">{bridge.toFixed(2)}</b>
          </>
        )}
      </span>
      {can.seeNames ? (
        <button type="button" className="textlink num" onClick={() => setNamed(true)}>
          {truth.voters} voted
        </button>
      ) : (
        <span className="num">{truth.voters} voted</span>
      )}
      {named && <VotersDialog claimId={claim.id} onClose={() => setNamed(false)} />}
    </p>
  )
}
