import { describe, expect, it } from 'vitest'
import { addressIn, handedOver } from './handed-over'

const file = new File(['x'], 'a.docx')

function data(parts: Readonly<Record<string, string>>, files: readonly File[] = []) {
  const list = Object.assign([...files], { item: (at: number) => files[at] ?? null })
  return { getData: (type: string) => parts[type] ?? '', files: list }
}

describe('what is pasted or dropped', () => {
  it.each([
    ['a heading', '<h2>On doubt</h2>'],
    ['a list', '<ul><li>One</li></ul>'],
    ['a table', '<table><tr><td>1</td></tr></table>'],
    ['a link', '<p>See <a class="x" href="https://a.example">this</a></p>'],
    ['letters below the line', 'H<sub>2</sub>O'],
  ])('keeps its form when it has %s', (_, html) => {
    expect(handedOver(data({ 'text/html': html, 'text/plain': 'words' }))).toEqual({
      kind: 'formed',
      html,
      words: 'words',
    })
  })

  it.each([
    ['words alone', {}],
    ['paragraphs alone', { 'text/html': '<p class="MsoNormal">One</p><p>Two</p>' }],
    ['the source of a text, as a browser shows it', { 'text/html': '<pre># On doubt</pre>' }],
  ])('is words when it is %s', (_, parts) => {
    expect(handedOver(data({ 'text/plain': 'words', ...parts }))).toEqual({ kind: 'words' })
  })

  it('is a file only where no words come along', () => {
    expect(handedOver(data({}, [file]))).toEqual({ kind: 'file', file })
    expect(handedOver(data({ 'text/plain': 'words' }, [file]))).toEqual({ kind: 'words' })
  })
})

describe('an address', () => {
  it.each([
    ['https://a.example/b?c=d#e', 'https://a.example/b?c=d#e'],
    [' http://127.0.0.1:5432/ \n', 'http://127.0.0.1:5432/'],
    ['gutenberg.org/ebooks/34901', 'https://gutenberg.org/ebooks/34901'],
  ])('is %s', (text, address) => {
    expect(addressIn(text)).toBe(address)
  })

  it.each(['', 'Doubt.', 'e.g.', '3.14', 'See a.example', 'https://a.example\n\nMore', 'mailto:x'])(
    'is not “%s”',
    (text) => {
      expect(addressIn(text)).toBeNull()
    },
  )
})
