import { Editor } from '@tiptap/core'
import { undo } from '@tiptap/pm/history'
import { toast } from 'sonner'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parsePostDoc, postText } from '@/lib/text/post-schema'
import { pastedIntoPost, plainPastedPost, refusedFiles } from './paste-post'
import { postEditorExtensions } from './post-extensions'

const open: Editor[] = []

afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy()
})

function anEditor(people = async (_query: string): Promise<{ id: string; name: string }[]> => []) {
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  const shown: string[][] = []
  const editor = new Editor({
    element: place,
    extensions: postEditorExtensions({
      placeholder: '',
      people,
      desk: {
        show: (offer) => {
          if (offer) shown.push(offer.choices.map(({ label }) => label))
        },
        key: () => false,
      },
    }),
  })
  open.push(editor)
  return { editor, shown }
}

/** Types as a person does: each letter by itself, so that rules see it. */
function type(editor: Editor, words: string): void {
  for (const letter of words) {
    const { view } = editor
    const { from, to } = view.state.selection
    const taken = view.someProp('handleTextInput', (handle) =>
      handle(view, from, to, letter, () => view.state.tr.insertText(letter, from, to)),
    )
    if (!taken) view.dispatch(view.state.tr.insertText(letter, from, to))
  }
}

function press(editor: Editor, key: string): void {
  const event = new KeyboardEvent('keydown', {
    key,
    ctrlKey: true,
    bubbles: true,
    cancelable: true,
  })
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event))
}

const said = (editor: Editor) => postText(parsePostDoc(editor.getJSON()))

describe('What stays as it was typed', () => {
  it.each([
    '2 * 3 * 4',
    '2 ** 3 ** 4',
    '__init__ and __main__',
    '1984. That was the year',
    'a _ b _ c',
    'snake_case_name',
  ])('%s', (words) => {
    const { editor } = anEditor()
    type(editor, words)
    expect(editor.getHTML()).toBe(`<p>${words}</p>`)
    expect(said(editor)).toBe(words)
  })
})

describe('What is turned', () => {
  it.each([
    ['*so*', '<p><em>so</em></p>'],
    ['**so be it**', '<p><strong>so be it</strong></p>'],
    ['_so_', '<p><em>so</em></p>'],
  ])('%s, and comes back with one undo', (words, turned) => {
    const { editor } = anEditor()
    type(editor, words)
    expect(editor.getHTML()).toBe(turned)
    press(editor, 'z')
    expect(editor.getHTML()).toBe(`<p>${words}</p>`)
  })

  it('a list of points, and comes back with one undo', () => {
    const { editor } = anEditor()
    type(editor, '3. ')
    expect(editor.getHTML()).toContain('<ol start="3">')
    press(editor, 'z')
    expect(editor.getText()).toBe('3. ')
  })

  it('a step of its own: undoing what was typed after it leaves the rule alone', () => {
    const { editor } = anEditor()
    type(editor, '*so* it')
    undo(editor.state, editor.view.dispatch)
    undo(editor.state, editor.view.dispatch)
    expect(editor.getText()).toBe('*so*')
  })
})

describe('What is pasted', () => {
  const pasted = (html: string) => {
    const { editor } = anEditor()
    editor.commands.insertContent(plainPastedPost(html))
    return said(editor)
  }

  it('from a spreadsheet keeps its cells apart', () => {
    const html =
      '<table><tr><td>Year</td><td>Men</td></tr><tr><td>1984</td><td>12,000</td></tr></table>'
    expect(pasted(html)).toBe('Year\tMen\n1984\t12,000')
  })

  it('from one cell is its words', () => {
    expect(pasted('<table><tr><td>12,000</td></tr></table>')).toBe('12,000')
  })

  it('from an editor of code keeps its blanks', () => {
    const { editor } = anEditor()
    const data = new DataTransfer()
    data.setData('text/plain', 'if (a) {\n    b()\n}\n')
    data.setData('vscode-editor-data', '{}')
    expect(pastedIntoPost(editor.view, data)).toBe(true)
    expect(said(editor)).toContain('if (a) {\n    b()\n}')
  })
})

describe('What cannot be kept', () => {
  const told = () => toast.getToasts().map((notice) => 'title' in notice && notice.title)
  afterEach(() => {
    toast.dismiss()
  })
  const scan = () => new File(['…'], 'scan.png', { type: 'image/png' })

  it('a picture alone, pasted or dropped, says so', () => {
    const { editor } = anEditor()
    const data = new DataTransfer()
    data.items.add(scan())
    expect(pastedIntoPost(editor.view, data)).toBe(true)
    expect(told()).toEqual([NOT_KEPT])
    toast.dismiss()
    expect(refusedFiles(data)).toBe(true)
    expect(told()).toEqual([NOT_KEPT])
  })

  it('a picture among words says so, and the words are kept', () => {
    const { editor } = anEditor()
    editor.commands.insertContent(
      plainPastedPost('<p>Two <img src="https://example.org/a.png">carts</p>'),
    )
    expect(said(editor)).toBe('Two carts')
    expect(told()).toEqual([NOT_KEPT])
  })
})

const NOT_KEPT = 'The picture or file cannot be kept in a note. Link to it instead.'

describe('@', () => {
  const people = async (query: string) =>
    [{ id: '1', name: 'Anna Maria Sørbø' }].filter(({ name }) => name.startsWith(query))

  it('finds names with spaces', async () => {
    const { editor, shown } = anEditor(people)
    type(editor, '@Anna Mar')
    await vi.waitFor(() => expect(shown.at(-1)).toEqual(['Anna Maria Sørbø']))
  })

  it('is an @ in code', async () => {
    const asked: string[] = []
    const { editor, shown } = anEditor((query) => {
      asked.push(query)
      return people(query)
    })
    editor.commands.setCodeBlock()
    type(editor, '@Maria')
    editor.commands.exitCode()
    type(editor, '@Anna')
    await vi.waitFor(() => expect(shown.at(-1)).toEqual(['Anna Maria Sørbø']))
    expect(asked.some((query) => query.startsWith('M'))).toBe(false)
  })
})
