'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFoot } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { notify } from '@/components/ui/toast'
import type { ImportShape } from '@/lib/debates/contract/debates'
import { useDebate, useDebateStore } from './debate-context'
import { reasonOf } from './debate-store'
import { debatesApi } from './debates-api'

/** Brings an outline in: what would be made of it is shown first. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useDebateStore()
  const id = useDebate(({ debate }) => debate.id)
  const [format, setFormat] = useState<'kialo' | 'outline'>('kialo')
  const [text, setText] = useState('')
  const [preview, setPreview] = useState<ImportShape | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (isPreview: boolean) => {
    setProblem(null)
    try {
      const made = await debatesApi.debates.import({ id, format, text, preview: isPreview })
      if (isPreview) return setPreview(made)
      notify({ text: `${made.theses + made.claims} added` })
      onClose()
      await store.show()
    } catch (error) {
      setProblem(reasonOf(error))
    }
  }
  return (
    <Dialog
      title="Import an outline"
      description="From Kialo: export the discussion as text. Or our own Markdown outline."
      size="wide"
      open
      onOpenChange={(open) => open || onClose()}
    >
      <Segmented
        label="Where it is from"
        value={format}
        onChange={(next) => {
          setFormat(next)
          setPreview(null)
        }}
        options={[
          { value: 'kialo', label: 'Kialo' },
          { value: 'outline', label: 'Markdown outline' },
        ]}
      />
      <TextArea
        label="The outline"
        rows={8}
        value={text}
        error={problem}
        onChange={({ target }) => {
          setText(target.value)
          setPreview(null)
        }}
      />
      {preview && <Preview preview={preview} />}
      <DialogFoot>
        <Button onClick={onClose}>Cancel</Button>
        {preview === null ? (
          <Button variant="primary" disabled={text.trim() === ''} onClick={() => void send(true)}>
            Preview
          </Button>
        ) : (
          <Button
            variant="primary"
            disabled={preview.theses + preview.claims === 0}
            onClick={() => void send(false)}
          >
            Add {preview.theses + preview.claims}
          </Button>
        )}
      </DialogFoot>
    </Dialog>
  )
}

function Preview({ preview: { theses, claims, lines } }: { readonly preview: ImportShape }) {
  return (
    <div className="import-preview" role="status">
      <p className="meta num">
        {theses === 1 ? '1 thesis' : `${theses} theses`},{' '}
        {claims === 1 ? '1 claim' : `${claims} claims`}. Kialo does not say what a Con attacks: it
        is taken to be the fact.
      </p>
      <ul>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity than their place.
          <li key={at} data-depth={Math.min(line.depth, 6)}>
            {line.relation && <span className="meta">{line.relation} </span>}
            {line.text}
            {line.problem && <span className="problem"> {line.problem}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
