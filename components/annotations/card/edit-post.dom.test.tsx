import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Written } from '@/components/editor/post-editor'
import { NOTHING } from '@/components/editor/writing'
import { RoomProvider } from '@/components/room/context'
import { START } from '@/components/room/testing'
import { EditPost } from './edit-post'

let root: Root
let saved: string[] = []

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  saved = []
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

const nothing = () => {}
const draft = {
  kept: null,
  turn: 0,
  keep: nothing,
  leave: nothing,
  arrived: nothing,
  discard: nothing,
}

async function save(before: string, now: string): Promise<void> {
  const words = { current: written(now) }
  await act(async () =>
    root.render(
      <RoomProvider start={START}>
        <EditPost
          label="Your note"
          before={written(before)}
          version={1}
          draft={draft}
          words={words}
          typed=""
          autoFocus={false}
          fields={{}}
          fault={null}
          onSave={async ({ text }) => {
            saved.push(text)
          }}
          onDone={nothing}
          onTheirs={nothing}
        />
      </RoomProvider>,
    ),
  )
  const button = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'Save',
  )
  await act(async () => button?.click())
}

function written(text: string): Written {
  return { doc: NOTHING.doc, text }
}

it('all words deleted: it is refused in words, and nothing is sent', async () => {
  await save('Silence is an answer.', ' \n')
  expect(document.querySelector('[role=alert]')?.textContent).toContain('Write some words first.')
  expect(saved).toEqual([])
})

it('other words are sent, and a bare highlight may stay bare', async () => {
  await save('Silence is an answer.', 'So it is.')
  await save('', '')
  expect(saved).toEqual(['So it is.', ''])
})
