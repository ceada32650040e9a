import { afterEach, beforeEach, expect, it } from 'vitest'
import { indexText } from '@/components/readings/article/text-index'
import { numberForPrint } from './print-numbers'

const HTML = `<section><p data-start="0">He who <em>knows</em> only his own side</p>
  <details class="section-notes"><ol><li data-end="12">one</li><li data-end="12">two</li><li>on the section</li></ol></details></section>`

let root: HTMLElement
let stop: () => void
beforeEach(() => {
  document.body.innerHTML = `<article>${HTML}</article>`
  root = document.querySelector('article') ?? document.body
  const geometry = {
    topOf: () => null,
    textBetween: () => ({ from: 0, to: 0 }),
    textOf: () => '',
    observe: () => () => {},
    reveal: () => {},
  }
  const place = {
    current: () => ({ from: 0, to: 0, eye: 0 }),
    subscribe: () => () => {},
    stop: () => {},
  }
  stop = numberForPrint({ root, index: indexText(root), geometry, place })
})
afterEach(() => stop())

it('puts a number where a passage ends, only while it is printed', () => {
  const before = root.innerHTML
  window.dispatchEvent(new Event('beforeprint'))
  expect(root.querySelector('p')?.textContent).toBe('He who knows1, 2 only his own side')
  expect(root.querySelector('details')?.open).toBe(true)
  expect(indexText(root).textOf(0, 28)).toBe('He who knows only his own si')
  window.dispatchEvent(new Event('afterprint'))
  expect(root.innerHTML).toBe(before)
})

it('numbers the notes that are printed, when private ones are left out', () => {
  root.querySelector('li')?.classList.add('is-private')
  document.documentElement.dataset.printPrivate = 'off'
  window.dispatchEvent(new Event('beforeprint'))
  expect(root.querySelector('p')?.textContent).toBe('He who knows1 only his own side')
  window.dispatchEvent(new Event('afterprint'))
  delete document.documentElement.dataset.printPrivate
})
