'use client'

import { useEffect, useState } from 'react'
import { useRoom, useRoomStore } from '@/components/room/context'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFoot } from '@/components/ui/dialog'
import { notify } from '@/components/ui/toast'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { type Aspect, type Relation, relationFromNote } from '@/lib/debates/claim'
import type { DebateShape } from '@/lib/debates/contract/debates'
import { AttackChoice, RelationChoice } from './claim-form-fields'
import { reasonOf } from './debate-store'
import { debatesApi } from './debates-api'

const HOW = ['supports', 'opposes', 'qualifies', 'asks'] as const satisfies readonly Relation[]
const AS_THESIS = 'thesis'

/** Makes a claim of a note: for or against a thesis of its section's debate, or a thesis itself. Both share the note's thread. */
export function PromoteDialog({
  note,
  onClose,
}: {
  readonly note: AnnotationShape
  readonly onClose: () => void
}) {
  const room = useRoomStore()
  const debate = useSectionDebate(note)
  const [chosen, setChosen] = useState<string | null>(null)
  const [relation, setRelation] = useState<Relation>(relationFromNote(note.kind) ?? 'supports')
  const [attacks, setAttacks] = useState<Aspect>('fact')
  const [problem, setProblem] = useState<string | null>(null)
  const theses = debate?.theses.filter(({ adopted }) => adopted) ?? []
  const parent = chosen ?? theses[0]?.id ?? AS_THESIS
  const promote = async () => {
    const place =
      parent === AS_THESIS
        ? {}
        : { parentId: parent, relation, attacks: relation === 'opposes' ? attacks : undefined }
    try {
      await debatesApi.claims.promote({ id: note.id, ...place })
      const now = room.getState().syncedNotes.get(note.id) ?? note
      room.mergeNote({ ...now, inDebate: true, can: { ...now.can, promote: false } })
      notify({ text: 'Taken into the debate on its section' })
      onClose()
    } catch (error) {
      setProblem(reasonOf(error))
    }
  }
  return (
    <Dialog
      title="Take into the debate"
      description="It becomes a claim with its quote as evidence, its author and its thread."
      open
      onOpenChange={(open) => open || onClose()}
    >
      <fieldset className="picker">
        <legend className="label">What it bears on</legend>
        {theses.map(({ id, text }) => (
          <label key={id}>
            <input
              type="radio"
              name="parent"
              checked={parent === id}
              onChange={() => setChosen(id)}
            />
            <span>{text}</span>
          </label>
        ))}
        <label>
          <input
            type="radio"
            name="parent"
            checked={parent === AS_THESIS}
            onChange={() => setChosen(AS_THESIS)}
          />
          <span>
            Nothing: it is a thesis itself{' '}
            {debate && !debate.can.setThesis && <span className="meta">proposed to the group</span>}
          </span>
        </label>
      </fieldset>
      {parent !== AS_THESIS && (
        <>
          <RelationChoice relations={HOW} value={relation} onChange={setRelation} />
          {relation === 'opposes' && <AttackChoice value={attacks} onChange={setAttacks} />}
        </>
      )}
      {problem && <p role="alert">{problem}</p>}
      <DialogFoot>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" onClick={() => void promote()}>
          Take it in
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

/** The debate on the section of a note, if anybody has opened it. */
function useSectionDebate({ sectionId }: AnnotationShape): DebateShape | null {
  const readingId = useRoom(({ reading }) => reading.id)
  const groupId = useRoom(({ group }) => group?.id ?? null)
  const [debate, setDebate] = useState<DebateShape | null>(null)
  useEffect(() => {
    if (groupId === null) return
    const find = async () => {
      const { items } = await debatesApi.debates.bars({ id: readingId, groupId })
      const bar = items.find((each) => each.sectionId === sectionId)
      return bar ? debatesApi.debates.get({ id: bar.id }) : null
    }
    // Without it, the note can still be made a thesis.
    find().then(setDebate, () => {})
  }, [readingId, groupId, sectionId])
  return debate
}
