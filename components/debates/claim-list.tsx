'use client'

import { Fragment, type ReactNode } from 'react'
import type { Relation } from '@/lib/debates/claim'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { useDebate, useDebateStore } from './debate-context'
import { listKey } from './debate-state'
import { relationMeta } from './relations'

/** What hangs on a claim as far as it is loaded, what is new, and the way to more. */
export function ClaimList({
  parentId,
  relation,
  count,
  entry,
}: {
  readonly parentId: string
  readonly relation: Relation | 'any'
  readonly count: number
  /** How each of them is shown. */
  readonly entry: (claim: ClaimShape) => ReactNode
}) {
  const store = useDebateStore()
  const name = listKey(parentId, relation)
  const list = useDebate(({ lists }) => lists.get(name))
  const claims = useDebate((state) => state.claims)
  if (!list) return null
  const { keys, held, nextCursor, status } = list
  const left = Math.max(0, count - keys.length - held.length)
  const shown = keys.flatMap((key) => claims.get(key) ?? [])
  return (
    <>
      {shown.map((claim) => (
        <Fragment key={claim.place?.linkId ?? claim.id}>{entry(claim)}</Fragment>
      ))}
      {shown.length === 0 && status === 'ready' && (
        <p className="meta d-none">
          {relation === 'any'
            ? 'Nobody has answered yet.'
            : `Nothing ${relation === 'qualifies' ? 'qualifies it' : `${relationMeta(relation).does} it`} yet.`}
        </p>
      )}
      {held.length > 0 && (
        <button type="button" className="pill" onClick={() => store.release(name)}>
          {held.length} new
        </button>
      )}
      {status === 'loading' && <div className="skeleton reply-skeleton" aria-hidden="true" />}
      {status === 'failed' && (
        <p className="meta" role="alert">
          These cannot be loaded now.{' '}
          <button
            type="button"
            className="textlink"
            onClick={() => void store.load(parentId, relation)}
          >
            Try again
          </button>
        </p>
      )}
      {status === 'ready' && nextCursor !== null && (
        <button
          type="button"
          className="textlink more"
          onClick={() => void store.load(parentId, relation)}
        >
          {left > 0 ? `${left} more` : 'More'}
        </button>
      )}
    </>
  )
}
