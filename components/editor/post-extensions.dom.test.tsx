import { Editor } from '@tiptap/core'
import { afterEach, expect, it, vi } from 'vitest'
import { postEditorExtensions } from './post-extensions'

// Before the imports: linkifyjs takes hold of `console.warn` when it is loaded.
const warned = vi.hoisted(() => vi.spyOn(console, 'warn'))
const open: Editor[] = []

afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy()
})

async function openEditor(): Promise<Editor> {
  const editor = new Editor({
    extensions: postEditorExtensions({
      placeholder: '',
      people: async () => [],
      desk: { show: () => {}, key: () => false },
    }),
  })
  open.push(editor)
  await new Promise<void>((created) => {
    editor.on('create', () => created())
  })
  return editor
}

it('a second editor opens without complaint while the first finds links', async () => {
  const first = await openEditor()
  first.commands.insertContent('see https://www.example.org')
  first.commands.insertContent(' ')
  await openEditor()
  expect(first.getHTML()).toContain('href="https://www.example.org')
  expect(warned).not.toHaveBeenCalled()
})
