import { act, Fragment, StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { isWriting } from '@/components/keyboard/writing'
import type { Written } from './post-editor'
import { PostField } from './post-field'

let root: Root
let written: Written | null = null
let isStrict = false

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  written = null
  isStrict = false
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

async function show(typed: string) {
  await act(async () => root.render(field(typed)))
}

/** The plain field before the editor's turn has come. */
function showAtOnce() {
  act(() => root.render(field('')))
  return document.querySelector('textarea')
}

function field(typed: string) {
  const Mode = isStrict ? StrictMode : Fragment
  return (
    <Mode>
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
      />
    </Mode>
  )
}

async function showEditor(typed: string): Promise<HTMLElement> {
  await show(typed)
  return editorCome()
}

async function editorCome(): Promise<HTMLElement> {
  await act(async () => {
    await import('./post-editor')
  })
  await vi.waitFor(() => expect(document.querySelector('textarea')).toBeNull(), 20_000)
  const field = editor()
  if (!field) throw new Error('There is no editor.')
  return field
}

const editor = () => document.querySelector<HTMLElement>('.editor-field[contenteditable=true]')

it('has the focus at once, says that one writes, and hands both on to the editor with the words', async () => {
  await show('e, the tea clerk.')
  expect(document.activeElement?.localName).toBe('textarea')
  expect(isWriting()).toBe(true)
  expect(written?.text).toBe('e, the tea clerk.')
  const shown = await editorCome()
  expect(shown.textContent).toBe('e, the tea clerk.')
  expect(document.activeElement).toBe(shown)
})

it('keeps the focus where React mounts everything twice', async () => {
  isStrict = true
  const shown = await showEditor('e, the tea clerk.')
  expect(document.activeElement).toBe(shown)
})

it('waits for letters that are being put together', async () => {
  const plain = showAtOnce()
  act(() => {
    plain?.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
  })
  await act(async () => {
    await import('./post-editor')
  })
  await vi.waitFor(() => expect(document.querySelector('.fmt')).not.toBeNull(), 20_000)
  await act(async () => new Promise((turn) => setTimeout(turn)))
  expect(document.activeElement).toBe(plain)
  await act(async () => {
    if (plain) plain.value = '茶'
    plain?.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
  })
  await vi.waitFor(() => expect(document.querySelector('textarea')).toBeNull())
  expect(editor()?.textContent).toBe('茶')
  expect(document.activeElement).toBe(editor())
})

it('asks for the address of a link on Ctrl+K', async () => {
  const shown = await showEditor('see here')
  const key = { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }
  await act(async () => {
    shown.dispatchEvent(new KeyboardEvent('keydown', key))
  })
  expect(document.querySelector('.link-field label')?.textContent).toBe('Address of the link')
})
