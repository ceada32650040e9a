'use client'

import { useState } from 'react'
import { useRoom } from '@/components/room/context'
import { IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { ClaimShape, EvidenceShape } from '@/lib/debates/contract/shapes'
import { CiteForm } from './cite-form'
import { useDebateStore } from './debate-context'
import { debatesApi } from './debates-api'

/** What a claim rests on: passages in the text's own face, which lead to their place, and sources. */
export function EvidenceList({ claim }: { readonly claim: ClaimShape }) {
  const store = useDebateStore()
  const [citing, setCiting] = useState(false)
  const { id, evidence, can, kind } = claim
  if (kind === 'question' && evidence.length === 0) return null
  return (
    <>
      <ul className="evidence">
        {evidence.map((each, at) => (
          <li key={each.id}>
            {each.passage && <Passage passage={each.passage} />}
            {each.source && <Source source={each.source} />}
            {!each.passage && !each.source && (
              <span className="meta">A passage of a text that you may not see</span>
            )}
            {can.cite && at === evidence.length - 1 && !citing && (
              <IconButton
                icon="plus"
                size="xs"
                label="Add evidence"
                className="evidence-x"
                onClick={() => setCiting(true)}
              />
            )}
            {each.can.remove && (
              <IconButton
                icon="close"
                size="xs"
                label="Take this evidence away"
                className="evidence-x"
                onClick={() =>
                  void store.ask(() => debatesApi.claims.removeEvidence({ id: each.id }))
                }
              />
            )}
          </li>
        ))}
        {evidence.length === 0 && (
          <li className="none">
            <Icon name="quote" size={14} />
            No evidence yet
            {can.cite && !citing && (
              <button type="button" className="textlink" onClick={() => setCiting(true)}>
                Add a passage or source
              </button>
            )}
          </li>
        )}
      </ul>
      {citing && (
        <CiteForm
          onClose={() => setCiting(false)}
          onCite={async (given) => {
            const cited = await store.ask(() => debatesApi.claims.cite({ id, evidence: given }))
            if (cited) setCiting(false)
          }}
        />
      )}
    </>
  )
}

function Passage({ passage }: { readonly passage: NonNullable<EvidenceShape['passage']> }) {
  const reveal = useRoom(({ geometry }) => geometry?.reveal)
  const here = useRoom(({ reading }) => reading.revisionId === passage.revisionId)
  const group = useRoom((state) => state.group)
  const former = passage.former === null ? '' : `/revisions/${passage.former}`
  const query = group && !passage.elsewhere ? `?group=${group.slug}` : ''
  return (
    <a
      className="cite"
      href={`/readings/${passage.readingSlug}${former}${query}#passage=${passage.start}-${passage.end}`}
      onClick={(event) => {
        if (!reveal || !here) return
        event.preventDefault()
        reveal(passage.start, passage.end)
      }}
    >
      <span className="loc num">
        {passage.elsewhere ? passage.readingTitle : `§${passage.section ?? 0}`}
      </span>
      <span className="q">{passage.exact}</span>
      {passage.former !== null && (
        <span className="meta">no longer in the text; quoted from revision {passage.former}</span>
      )}
    </a>
  )
}

function Source({ source }: { readonly source: NonNullable<EvidenceShape['source']> }) {
  return (
    <a className="source" href={source.url} rel="noreferrer nofollow" target="_blank">
      <Icon name="external" size={14} />
      <span>{source.title}</span>
      {source.accessedOn && <span className="meta">read {source.accessedOn}</span>}
    </a>
  )
}
