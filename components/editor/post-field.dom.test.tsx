import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { isWriting } from '@/components/keyboard/writing'
import type { Written } from './post-editor'
import { PostField } from './post-field'

let root: Root
let written: Written | null = null

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  written = null
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

async function show(typed = '') {
  await act(async () =>
    root.render(
      <PostField
        label="Reply"
        placeholder="Reply"
        initial={null}
        typed={typed}
        autoFocus
        people={async () => []}
        onChange={(now) => {
          written = now
        }}
        onSubmit={() => {}}
        onEscape={() => {}}
      />,
    ),
  )
}

const editor = () => document.querySelector<HTMLElement>('.editor-field[contenteditable=true]')

it('has the focus at once, says that one writes, and hands both on to the editor with the words', async () => {
  await show('e, the tea clerk.')
  expect(document.activeElement?.localName).toBe('textarea')
  expect(isWriting()).toBe(true)
  expect(written?.text).toBe('e, the tea clerk.')
  await act(async () => {
    await import('./post-editor')
  })
  await vi.waitFor(() => expect(document.querySelector('textarea')).toBeNull(), 20_000)
  expect(editor()?.textContent).toBe('e, the tea clerk.')
  expect(document.activeElement).toBe(editor())
})
