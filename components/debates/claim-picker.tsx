'use client'

import { useEffect, useId, useState } from 'react'
import { TextField } from '@/components/ui/field'
import type { GraphShape } from '@/lib/debates/contract/debates'
import { useDebate } from './debate-context'
import { reasonOf } from './debate-store'
import { debatesApi } from './debates-api'

const MOST_SHOWN = 50

/** Chooses a claim of the debate, by a part of its words. */
export function ClaimPicker({
  label,
  may,
  chosen,
  onChoose,
}: {
  readonly label: string
  /** Which may be chosen. */
  readonly may: (node: GraphShape['nodes'][number]) => boolean
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}) {
  const debateId = useDebate(({ debate }) => debate.id)
  const [graph, setGraph] = useState<GraphShape | string | null>(null)
  const [words, setWords] = useState('')
  const name = useId()
  useEffect(() => {
    debatesApi.debates
      .graph({ id: debateId })
      .then(setGraph, (error: unknown) => setGraph(reasonOf(error)))
  }, [debateId])
  if (graph === null) return <div className="skeleton reply-skeleton" aria-hidden="true" />
  if (typeof graph === 'string') return <p role="alert">{graph}</p>
  const part = words.trim().toLowerCase()
  const found = graph.nodes.filter((node) => may(node) && node.text.toLowerCase().includes(part))
  return (
    <>
      <TextField
        label={label}
        type="search"
        placeholder="A part of its words"
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <fieldset className="picker" aria-label={label}>
        {found.slice(0, MOST_SHOWN).map(({ id, text, kind }) => (
          <label key={id}>
            <input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} />
            <span>
              {text} {kind !== 'claim' && <span className="meta">{kind}</span>}
            </span>
          </label>
        ))}
        {found.length === 0 && <p className="meta">No claim has these words.</p>}
      </fieldset>
    </>
  )
}
