'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import { moveAmongLike, moveBefore, type OutlineSection, outlineOf } from './sections'

/** The sections of the text: pressed, one goes there; dragged, or moved by Alt and arrows, a section goes elsewhere with all it holds. */
export function Outline({ editor }: { readonly editor: Editor }) {
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const outline = useEditorState({
    editor,
    selector: ({ editor: at }) => outlineOf(at.state.doc),
    equalityFn: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  })
  const step = (at: number, by: 1 | -1) => {
    const now = stepSection(editor, at, by)
    if (now !== null) requestAnimationFrame(() => entryAt(list.current, now)?.focus())
  }
  const drop = (before: number) => {
    const section = dragged === null ? undefined : outline[dragged]
    setDragged(null)
    setOver(null)
    const transaction = section && moveBefore(editor.state, section, outline[before] ?? null)
    if (transaction) editor.view.dispatch(transaction)
  }
  const target = (at: number) => ({
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return
      event.preventDefault()
      setOver(at)
    },
    onDrop: () => drop(at),
  })

  if (outline.length === 0) {
    return <p className="meta">Headings make sections. They are listed here and can be moved.</p>
  }
  return (
    <ol className="outline" ref={list}>
      <Branch
        branches={branchesOf(outline)}
        row={(section, at) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: keys move a section by the entry in it.
          <div
            className={over === at ? 'outline-row is-over' : 'outline-row'}
            draggable
            onDragStart={() => setDragged(at)}
            onDragEnd={() => setDragged(null)}
            {...target(at)}
          >
            <Entry
              section={section}
              onGo={() => goTo(editor, section)}
              onStep={(by) => step(at, by)}
            />
          </div>
        )}
      />
      <li
        className={over === outline.length ? 'outline-end is-over' : 'outline-end'}
        aria-hidden="true"
        {...target(outline.length)}
      />
    </ol>
  )
}

type Branched = {
  readonly section: OutlineSection
  readonly at: number
  readonly below: readonly Branched[]
}

/** Sections with those that lie in them. */
function branchesOf(outline: readonly OutlineSection[], depth = 0, first = 0): readonly Branched[] {
  const branches: Branched[] = []
  for (let at = first; (outline[at]?.depth ?? -1) >= depth; at += 1) {
    const section = outline[at]
    if (section?.depth !== depth) continue
    branches.push({ section, at, below: branchesOf(outline, depth + 1, at + 1) })
  }
  return branches
}

function Branch({
  branches,
  row,
}: {
  readonly branches: readonly Branched[]
  readonly row: (section: OutlineSection, at: number) => ReactNode
}) {
  return branches.map(({ section, at, below }) => (
    <li key={section.from}>
      {row(section, at)}
      {below.length > 0 && (
        <ol>
          <Branch branches={below} row={row} />
        </ol>
      )}
    </li>
  ))
}

function Entry({
  section: { title },
  onGo,
  onStep,
}: {
  readonly section: OutlineSection
  readonly onGo: () => void
  readonly onStep: (by: 1 | -1) => void
}) {
  const keys = (event: KeyboardEvent) => {
    const by = STEPS.get(event.key)
    if (by === undefined || !event.altKey) return
    event.preventDefault()
    onStep(by)
  }
  const name = title || 'No title yet'
  return (
    <>
      <button type="button" className="outline-entry" onClick={onGo} onKeyDown={keys}>
        {name}
      </button>
      <span className="outline-moves">
        <IconButton icon="up" size="xs" label={`Move “${name}” up`} onClick={() => onStep(-1)} />
        <IconButton icon="down" size="xs" label={`Move “${name}” down`} onClick={() => onStep(1)} />
      </span>
    </>
  )
}

const STEPS: ReadonlyMap<string, 1 | -1> = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
])

/** Where among the sections the moved one stands now; null when it did not move. */
function stepSection(editor: Editor, at: number, by: 1 | -1): number | null {
  const section = outlineOf(editor.state.doc)[at]
  const transaction = moveAmongLike(editor.state, at, by)
  if (!section || !transaction) return null
  editor.view.dispatch(transaction)
  notify({ id: 'section-moved', text: `“${section.title}” moved ${by < 0 ? 'up' : 'down'}` })
  return outlineOf(editor.state.doc).findIndex(({ title }) => title === section.title)
}

function goTo(editor: Editor, { from }: OutlineSection): void {
  editor
    .chain()
    .focus()
    .setTextSelection(from + 1)
    .run()
  const element = editor.view.nodeDOM(from)
  if (element instanceof HTMLElement) element.scrollIntoView({ block: 'start' })
}

function entryAt(list: HTMLElement | null, at: number): HTMLElement | null {
  return list?.querySelectorAll<HTMLElement>('.outline-entry')[at] ?? null
}
