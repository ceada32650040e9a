'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { findingOf, goOn, replaceAll, replaceOne, searchFor } from './finding'

/** Finding words in the text and putting others in their place. */
export function FindBar({
  editor,
  onClose,
}: {
  readonly editor: Editor
  readonly onClose: () => void
}) {
  const [words, setWords] = useState('')
  const [other, setOther] = useState('')
  const [matchCase, setMatchCase] = useState(false)
  const [wholeWords, setWholeWords] = useState(false)
  const { count, at } = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const found = findingOf(now.state)
      return { count: found.matches.length, at: found.at }
    },
  })
  useEffect(() => {
    editor.view.dispatch(searchFor(editor.state, { words, matchCase, wholeWords }))
  }, [editor, words, matchCase, wholeWords])
  useEffect(() => () => editor.view.dispatch(searchFor(editor.state, null)), [editor])

  const go = (step: 1 | -1) => {
    editor.view.dispatch(goOn(editor.state, step))
    reveal(editor)
  }
  const put = (make: typeof replaceOne) => {
    const transaction = make(editor.state, other)
    if (transaction) editor.view.dispatch(transaction)
    reveal(editor)
  }
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      go(event.shiftKey ? -1 : 1)
    }
  }
  return (
    <search
      className="find-bar"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        onClose()
        editor.commands.focus()
      }}
    >
      <input
        className="input"
        aria-label="Find"
        placeholder="Find"
        // biome-ignore lint/a11y/noAutofocus: one opened this to type here.
        autoFocus
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={keys}
      />
      <span className="meta num find-count" role="status">
        {words === '' ? '' : count === 0 ? 'None' : `${at + 1} of ${count}`}
      </span>
      <IconButton
        icon="up"
        label="Previous"
        size="sm"
        disabled={count === 0}
        onClick={() => go(-1)}
      />
      <IconButton icon="down" label="Next" size="sm" disabled={count === 0} onClick={() => go(1)} />
      <How name="Match case" sign="Aa" on={matchCase} onChange={setMatchCase} />
      <How name="Whole words" sign="“w”" on={wholeWords} onChange={setWholeWords} />
      <input
        className="input"
        aria-label="Replace with"
        placeholder="Replace with"
        value={other}
        onChange={(event) => setOther(event.target.value)}
      />
      <Button size="sm" disabled={count === 0} onClick={() => put(replaceOne)}>
        Replace
      </Button>
      <Button size="sm" disabled={count === 0} onClick={() => put(replaceAll)}>
        Replace all
      </Button>
      <IconButton icon="close" label="Close" size="sm" onClick={onClose} />
    </search>
  )
}

/** One way of finding, on or off. */
function How({
  name,
  sign,
  on,
  onChange,
}: {
  readonly name: string
  readonly sign: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}) {
  return (
    <Button
      variant="quiet"
      size="sm"
      className="find-how"
      aria-label={name}
      title={name}
      aria-pressed={on}
      onClick={() => onChange(!on)}
    >
      {sign}
    </Button>
  )
}

function reveal(editor: Editor): void {
  const { matches, at } = findingOf(editor.state)
  const match = matches[at]
  if (!match) return
  const { node } = editor.view.domAtPos(match.from)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center', behavior: 'instant' })
}
