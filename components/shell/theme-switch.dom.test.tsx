import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ThemeSwitch } from './theme-switch'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

let root: Root

beforeEach(async () => {
  document.documentElement.dataset.theme = 'sepia'
  document.body.innerHTML = '<div></div>'
  const place = document.body.firstElementChild
  if (!place) throw new Error('there is no place to draw in')
  root = createRoot(place)
  await act(async () => root.render(<ThemeSwitch signedIn={false} />))
})

afterEach(async () => {
  await act(async () => root.unmount())
})

function button(): HTMLButtonElement {
  const found = document.querySelector('button')
  if (!found) throw new Error('there is no button')
  return found
}

test('names what is shown and what comes next', () => {
  expect(button().getAttribute('aria-label')).toBe('Theme: sepia. Change to dark')
})

test('turns round light, sepia and dark, and keeps the choice in a cookie', async () => {
  const seen: (string | undefined)[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    await act(async () => button().click())
    seen.push(document.documentElement.dataset.theme)
    expect(document.cookie).toContain(`theme=${document.documentElement.dataset.theme}`)
  }
  expect(seen).toEqual(['dark', 'light', 'sepia'])
})
