'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Draft } from '@/components/editor/draft-shape'
import { draftKey, forgetDraft, keepDraft, keptDraft } from '@/components/editor/drafts'
import { standOf } from './draft-sync'
import { EditDesk } from './edit-desk'
import type { EditStart, Opened } from './edit-start'

type Text = Pick<Opened, 'doc' | 'kept' | 'version'>

/** Opens the text where it was left: as the server has it, unless this browser kept words that never arrived. */
export function EditPage(start: EditStart) {
  const { personId, reading, base, version } = start
  const router = useRouter()
  const key = draftKey(personId, ['text', reading.id])
  const { aside, putAside, dropAside } = useAside(`${key}/aside`)
  const [opened, setOpened] = useState<Opened | null>(null)
  const open = (text: Text, unsaved = false) =>
    setOpened((before) => ({ ...text, unsaved, turn: (before?.turn ?? 0) + 1 }))

  // biome-ignore lint/correctness/useExhaustiveDependencies: once a page, with what it was made of.
  useEffect(() => {
    let here = true
    void keptDraft(key).then((local) => {
      if (!here) return
      const unsent = local && textOf(local, version)
      if (unsent && local.from === standOf(base.id, version)) return open(unsent, true)
      open(start)
      // Words that were kept while another text was saved or published are not put over that one unasked.
      if (local) void putAside(local).then(() => forgetDraft(key))
    })
    return () => {
      here = false
    }
  }, [key])

  if (!opened) return <div className="writing is-loading" aria-busy="true" />
  return (
    <>
      {aside && (
        <AsideLine
          onBring={() => {
            const text = textOf(aside, opened.version)
            if (text) open(text, true)
            void dropAside()
          }}
          onDrop={() => void dropAside()}
        />
      )}
      <EditDesk
        key={opened.turn}
        start={start}
        opened={opened}
        draftKey={key}
        onOpen={open}
        onAside={putAside}
        onAnew={() => {
          void forgetDraft(key)
          router.refresh()
        }}
      />
    </>
  )
}

function AsideLine({
  onBring,
  onDrop,
}: {
  readonly onBring: () => void
  readonly onDrop: () => void
}) {
  return (
    <p className="banner aside-line" role="status">
      Another text of yours is kept in this browser, from before the draft was saved elsewhere.
      <button type="button" className="textlink" onClick={onBring}>
        Bring it back
      </button>
      <button type="button" className="textlink" onClick={onDrop}>
        Throw it away
      </button>
    </p>
  )
}

/** The text that lost against another one: kept here until somebody brings it back or throws it away. */
function useAside(key: string) {
  const [aside, setAside] = useState<Draft | null>(null)
  useEffect(() => {
    void keptDraft(key).then(setAside)
  }, [key])
  return {
    aside,
    putAside: async (draft: Draft) => {
      await keepDraft(key, draft)
      setAside(draft)
    },
    dropAside: async () => {
      await forgetDraft(key)
      setAside(null)
    },
  }
}

function textOf({ doc, edits }: Draft, version: number): Text | null {
  return doc ? { doc, kept: edits ?? [], version } : null
}
