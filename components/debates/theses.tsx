'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { notify } from '@/components/ui/toast'
import { TEXT_MAXIMUM } from '@/lib/debates/claim'
import { useDebate, useDebateStore } from './debate-context'
import { debatesApi } from './debates-api'

/** Theses that are only proposed: how many want them, and the way to want them, too. */
export function Proposals() {
  const store = useDebateStore()
  const theses = useDebate(({ debate }) => debate.theses)
  const needed = useDebate(({ debate }) => debate.endorsementsNeeded)
  const may = useDebate(({ debate }) => debate.can)
  const hasThesis = useDebate(({ debate }) => debate.thesisId !== null)
  const [writing, setWriting] = useState(false)
  const proposed = theses.filter(({ adopted }) => !adopted)
  const settle = (work: () => ReturnType<typeof debatesApi.claims.get>) => async () => {
    const claim = await store.ask(work)
    if (claim?.adopted) await store.show()
  }
  if (proposed.length === 0 && !(may.argue && hasThesis)) return null
  return (
    <section className="proposals" aria-label="Proposed theses">
      {proposed.map(({ id, text, author, endorsements, can }) => (
        <div key={id} className="proposal">
          <p>
            <b>Proposed thesis:</b> {text} <span className="meta">{author?.name}</span>
          </p>
          <div className="row">
            <span className="meta num">
              {endorsements?.count ?? 0} of {needed} who must want it
            </span>
            {can.endorse && (
              <Button
                size="sm"
                aria-pressed={endorsements?.mine === true}
                onClick={() =>
                  void settle(() =>
                    endorsements?.mine
                      ? debatesApi.claims.unendorse({ id })
                      : debatesApi.claims.endorse({ id }),
                  )()
                }
              >
                {endorsements?.mine ? 'You want it' : 'I want it, too'}
              </Button>
            )}
            {can.adopt && (
              <Button
                size="sm"
                onClick={() => void settle(() => debatesApi.claims.adopt({ id }))()}
              >
                Let it stand
              </Button>
            )}
          </div>
        </div>
      ))}
      {may.argue && hasThesis && !writing && (
        <button type="button" className="textlink" onClick={() => setWriting(true)}>
          {may.setThesis ? 'Set another thesis' : 'Propose another thesis'}
        </button>
      )}
      {writing && <ThesisForm onDone={() => setWriting(false)} />}
    </section>
  )
}

/** Where a thesis is written. */
export function ThesisForm({ onDone }: { readonly onDone?: () => void }) {
  const store = useDebateStore()
  const debateId = useDebate(({ debate }) => debate.id)
  const maySet = useDebate(({ debate }) => debate.can.setThesis)
  const [text, setText] = useState('')
  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    const claim = await store.ask(() => debatesApi.debates.addThesis({ id: debateId, text }))
    if (!claim) return
    setText('')
    notify({ text: claim.adopted ? 'The thesis stands' : 'Proposed to the group' })
    await store.show(claim.adopted ? claim.id : undefined)
    onDone?.()
  }
  return (
    <form className="claim-form" onSubmit={(event) => void add(event)}>
      <TextArea
        label="Thesis"
        rows={2}
        value={text}
        hint={`${text.trim().length} of ${TEXT_MAXIMUM}`}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="row">
        <Button variant="primary" size="sm" type="submit" disabled={text.trim() === ''}>
          {maySet ? 'Set it' : 'Propose it'}
        </Button>
        {onDone && (
          <Button variant="ghost" size="sm" onClick={onDone}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  )
}
