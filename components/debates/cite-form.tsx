'use client'

import { useState } from 'react'
import { useSelectedPassage } from '@/components/readings/selection/use-selected-passage'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import type { EvidenceInput } from '@/lib/debates/contract/shapes'

/** Where evidence is given: a passage, by selecting it in the text or by its words, or a source outside. */
export function CiteForm({
  onCite,
  onClose,
}: {
  readonly onCite: (evidence: EvidenceInput) => Promise<void>
  readonly onClose: () => void
}) {
  const [chosen, setKind] = useState<'passage' | 'source' | null>(null)
  const kind = chosen ?? 'passage'
  return (
    <div className="cite-form">
      <Segmented
        label="What it rests on"
        value={kind}
        onChange={setKind}
        options={[
          { value: 'passage', label: 'Passage' },
          { value: 'source', label: 'Source' },
        ]}
      />
      {kind === 'passage' ? (
        <PassageFields isAsked={chosen === null} onCite={onCite} onClose={onClose} />
      ) : (
        <SourceFields onCite={onCite} onClose={onClose} />
      )}
    </div>
  )
}

type Fields = Parameters<typeof CiteForm>[0]

function PassageFields({
  isAsked,
  onCite,
  onClose,
}: Fields & {
  /** Whether one came here by asking for it, not by choosing among the kinds. */
  readonly isAsked: boolean
}) {
  const [selected] = useSelectedPassage()
  const [typed, setTyped] = useState('')
  const words = selected?.exact ?? typed
  const cite = () => {
    const place = selected && { start: selected.start, end: selected.end }
    void onCite({ kind: 'passage', exact: words.trim(), ...place })
  }
  return (
    <>
      <TextField
        label="Words of the text"
        autoFocus={isAsked}
        hint="Select them in the text, or type them just as they stand there."
        value={words}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (words.trim() !== '') cite()
        }}
      />
      <Foot may={words.trim() !== ''} onCite={cite} onClose={onClose} />
    </>
  )
}

function SourceFields({ onCite, onClose }: Fields) {
  const [title, setTitle] = useState('')
  const [url, setUrl] = useState('')
  const may = title.trim() !== '' && URL.canParse(url)
  return (
    <>
      <TextField label="Title" value={title} onChange={({ target }) => setTitle(target.value)} />
      <TextField
        label="Address"
        type="url"
        placeholder="https://"
        value={url}
        onChange={({ target }) => setUrl(target.value)}
      />
      <Foot
        may={may}
        onCite={() => void onCite({ kind: 'source', title, url })}
        onClose={onClose}
      />
    </>
  )
}

function Foot({
  may,
  onCite,
  onClose,
}: {
  readonly may: boolean
  readonly onCite: () => void
  readonly onClose: () => void
}) {
  return (
    <div className="row">
      <Button size="sm" disabled={!may} onClick={onCite}>
        Cite it
      </Button>
      <Button variant="ghost" size="sm" onClick={onClose}>
        Cancel
      </Button>
    </div>
  )
}
