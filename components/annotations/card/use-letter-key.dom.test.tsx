import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setKeysOn } from '@/components/keyboard/key-switch'
import { TagsField } from './note-form'

let root: Root

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const place = document.createElement('div')
  const other = document.createElement('textarea')
  document.body.replaceChildren(place, other)
  root = createRoot(place)
  await act(async () => root.render(<TagsField value="" onChange={() => {}} />))
})

afterEach(async () => {
  await act(async () => root.unmount())
  setKeysOn(true)
  vi.unstubAllGlobals()
})

function pressed(at: Element | null): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: 't', bubbles: true, cancelable: true })
  at?.dispatchEvent(event)
  return event
}

it('leads to the tags, and writes no letter into them', () => {
  const event = pressed(document.body)
  expect(document.activeElement).toBe(document.querySelector('.tags-field'))
  expect(event.defaultPrevented).toBe(true)
})

it('is a letter where somebody writes', () => {
  const field = document.querySelector('textarea')
  field?.focus()
  expect(pressed(field).defaultPrevented).toBe(false)
  expect(document.activeElement).toBe(field)
})

it('does nothing when single letters are off', () => {
  setKeysOn(false)
  expect(pressed(document.body).defaultPrevented).toBe(false)
  expect(document.activeElement).toBe(document.body)
})
