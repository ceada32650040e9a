'use client'

import { type FormEvent, useId, useRef, useState } from 'react'
import { DraftLine } from '@/components/editor/draft-line'
import { draftKey } from '@/components/editor/drafts'
import { useDraft } from '@/components/editor/use-draft'
import { NOTHING } from '@/components/editor/writing'
import { useRoomStore } from '@/components/room/context'
import { Button } from '@/components/ui/button'
import { type Aspect, type Relation, TEXT_MAXIMUM } from '@/lib/debates/claim'
import type { EvidenceInput } from '@/lib/debates/contract/shapes'
import { newId } from '@/lib/ids'
import { CiteForm } from './cite-form'
import { AttackChoice, Cited, RelationChoice } from './claim-form-fields'
import { useDebateStore } from './debate-context'
import { claimNamed, formKey, wayTo } from './debate-state'
import { debatesApi } from './debates-api'
import { kindOf } from './relations'
import { formHash } from './use-address'

type Props = {
  readonly parentId: string
  /** How it may bear on its parent; one: it is decided already. */
  readonly relations: readonly Relation[]
  /** What it is about, in words. */
  readonly about: string
  readonly onClose: () => void
  /** Instead of `onClose`, when it has arrived. */
  readonly onAdded?: () => void
}

/** Where a claim is written. What is typed is kept until it has arrived, and is led back to from the list of drafts. */
export function ClaimForm(props: Props) {
  const draft = useClaimDraft(props)
  if (draft.kept === undefined) return null
  return <Form key={draft.turn} {...props} draft={draft} />
}

function useClaimDraft({ parentId, relations }: Props) {
  const debate = useDebateStore()
  const room = useRoomStore()
  const [relation = null] = relations.length === 1 ? relations : []
  const [{ key, about }] = useState(() => {
    const state = debate.getState()
    const { me, reading, group } = room.getState()
    const { thesisId, sectionId } = state.debate
    const page = `/readings/${reading.slug}/debates/${sectionId}?group=${group?.slug ?? ''}`
    const hash = formHash(thesisId ?? '', wayTo(state, parentId), formKey(parentId, relation))
    const on = claimNamed(state, parentId)?.text ?? ''
    return {
      key: draftKey(me?.id ?? '', [reading.id, 'claim', parentId, relation]),
      about: { what: 'claim' as const, on, href: page + hash },
    }
  })
  return useDraft(key, about)
}

function Form({
  parentId,
  relations,
  about,
  onClose,
  onAdded,
  draft,
}: Props & { readonly draft: ReturnType<typeof useDraft> }) {
  const store = useDebateStore()
  const label = useId()
  const sent = useRef(newId())
  const { text, relation, attacks, evidence, change } = useWords(relations, draft)
  const [sending, setSending] = useState(false)
  const left = TEXT_MAXIMUM - text.trim().length
  const may = text.trim() !== '' && left >= 0 && !sending

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!may) return
    setSending(true)
    const input = {
      id: parentId,
      kind: kindOf(relation),
      relation,
      attacks: relation === 'opposes' ? attacks : undefined,
      text,
      evidence: [...evidence],
    }
    const key = { context: { idempotencyKey: sent.current } }
    const added = await store.ask(() => debatesApi.claims.add(input, key))
    setSending(false)
    if (!added) return
    draft.arrived(text)
    const done = onAdded ?? onClose
    done()
    await store.added(added)
  }

  return (
    <form className="claim-form" aria-labelledby={label} onSubmit={(event) => void add(event)}>
      <p className="label" id={label}>
        {titleOf(relations.length === 1 ? relation : null, about)}
      </p>
      {relations.length > 1 && (
        <RelationChoice
          relations={relations}
          value={relation}
          onChange={(chosen) => change({ relation: chosen })}
        />
      )}
      <textarea
        className="textarea"
        aria-label="Your claim"
        // biome-ignore lint/a11y/noAutofocus: it was just asked for, by the button that it replaces.
        autoFocus
        rows={3}
        placeholder="One statement that can be true or false"
        value={text}
        onChange={({ target }) => change({ text: target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void add(event)
        }}
      />
      {relation === 'opposes' && (
        <AttackChoice value={attacks} onChange={(chosen) => change({ attacks: chosen })} />
      )}
      <Citing evidence={evidence} onChange={(cited) => change({ evidence: cited })} />
      <div className="composer-foot">
        {draft.kept && <DraftLine words="Draft restored" onDiscard={draft.discard} />}
        <span className={left < 0 ? 'meta num push over' : 'meta num push'}>
          {text.trim().length} of {TEXT_MAXIMUM}
        </span>
        <Button variant="ghost" size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="primary" size="sm" type="submit" disabled={!may}>
          {sending ? 'Adding…' : 'Add'}
        </Button>
      </div>
    </form>
  )
}

type Words = {
  readonly text: string
  readonly relation: Relation
  readonly attacks: Aspect
  readonly evidence: readonly EvidenceInput[]
}

/** What was written so far, kept with each change. */
function useWords([first = 'supports']: readonly Relation[], draft: ReturnType<typeof useDraft>) {
  const [words, setWords] = useState<Words>({
    text: draft.kept?.text ?? '',
    ...(draft.kept?.claim ?? { relation: first, attacks: 'fact', evidence: [] }),
  })
  const change = (part: Partial<Words>) => {
    const { text, ...claim } = { ...words, ...part }
    setWords({ text, ...claim })
    draft.keep({ doc: NOTHING.doc, text, claim })
  }
  return { ...words, change }
}

function titleOf(relation: Relation | null, about: string): string {
  if (relation === 'supports') return `Your claim for ${about}`
  if (relation === 'opposes') return `Your claim against ${about}`
  if (relation === 'asks') return `Your question on ${about}`
  if (relation === 'assumes') return `What ${about} takes for granted`
  return relation === 'qualifies' ? `What qualifies ${about}` : `Your answer to ${about}`
}

function Citing({
  evidence,
  onChange,
}: {
  readonly evidence: readonly EvidenceInput[]
  readonly onChange: (evidence: readonly EvidenceInput[]) => void
}) {
  const [citing, setCiting] = useState<boolean | null>(null)
  return (
    <>
      {evidence.length > 0 && <Cited evidence={evidence} onChange={onChange} />}
      {citing && (
        <CiteForm
          onClose={() => setCiting(false)}
          onCite={async (given) => {
            onChange([...evidence, given])
            setCiting(false)
          }}
        />
      )}
      {!citing && (
        <Button
          variant="ghost"
          size="sm"
          icon="quote"
          className="flush-start"
          // Where one goes on from when the form for it has closed.
          autoFocus={citing === false}
          onClick={() => setCiting(true)}
        >
          Cite a passage or source
        </Button>
      )}
    </>
  )
}
