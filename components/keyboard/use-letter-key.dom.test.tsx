import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setKeysOn } from './key-switch'
import { useLetterKey } from './use-letter-key'
import { beginWriting } from './writing'

let root: Root
const pressed: string[] = []

function Acting() {
  useLetterKey('e', () => {
    pressed.push('e')
    return true
  })
  return null
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  pressed.length = 0
  const place = document.createElement('div')
  document.body.replaceChildren(place, document.createElement('textarea'))
  root = createRoot(place)
  await act(async () => root.render(<Acting />))
})

afterEach(async () => {
  await act(async () => root.unmount())
  setKeysOn(true)
  vi.unstubAllGlobals()
})

function press(at: Element | null): boolean {
  const event = new KeyboardEvent('keydown', { key: 'e', bubbles: true, cancelable: true })
  at?.dispatchEvent(event)
  return event.defaultPrevented
}

it('acts, and is written nowhere', () => {
  expect(press(document.body)).toBe(true)
  expect(pressed).toEqual(['e'])
})

it('is a letter where somebody writes', () => {
  const field = document.querySelector('textarea')
  field?.focus()
  expect(press(field)).toBe(false)
  expect(pressed).toEqual([])
})

it('does nothing when single letters are off', () => {
  setKeysOn(false)
  expect(press(document.body)).toBe(false)
  expect(pressed).toEqual([])
})

it('does nothing while something to write is open or loading, and acts again after it', () => {
  const end = beginWriting()
  expect(press(document.body)).toBe(false)
  expect(pressed).toEqual([])
  end()
  expect(press(document.body)).toBe(true)
})
