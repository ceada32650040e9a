// What is pasted into a post. A post knows no tables and keeps no files: cells become lines parted by tabs, code keeps its blanks, and
// whoever pastes a picture is told that it is not kept.

import type { EditorView } from '@tiptap/pm/view'
import { notify } from '@/components/ui/toast'
import { plainPaste } from './pasted'

/** The same words as HTML that the schema of a post can take. */
export function plainPastedPost(html: string): string {
  const page = new DOMParser().parseFromString(plainPaste(html), 'text/html')
  for (const table of [...page.body.querySelectorAll('table')]) {
    const lines = tabbed(table)
    const code = page.createElement('code')
    code.textContent = lines
    const pre = page.createElement('pre')
    pre.append(code)
    table.replaceWith(/[\t\n]/.test(lines) ? pre : lines)
  }
  const images = page.body.querySelectorAll('img')
  if (images.length > 0) sayNotKept(images.length)
  return page.body.innerHTML
}

/** Takes a paste whose form says less than its plain words, and one that is a file. Says whether it did. */
export function pastedIntoPost(view: EditorView, data: DataTransfer | null): boolean {
  if (!data) return false
  if (data.types.includes('vscode-editor-data')) return pastedCode(view, data.getData('text/plain'))
  return refusedFiles(data)
}

/** A picture or another file cannot be kept in a post: says so. Words that come along are pasted by the editor. */
export function refusedFiles(data: DataTransfer | null): boolean {
  const files = [...(data?.files ?? [])]
  const words = data?.types.some((type) => type === 'text/html' || type === 'text/plain') ?? false
  if (files.length === 0 || words) return false
  sayNotKept(files.length)
  return true
}

function sayNotKept(count: number): void {
  notify({
    id: 'not-kept',
    text: `${count === 1 ? 'The picture or file' : 'Pictures and files'} cannot be kept in a note. Link to ${count === 1 ? 'it' : 'them'} instead.`,
  })
}

function pastedCode(view: EditorView, code: string): boolean {
  const { state } = view
  const { codeBlock } = state.schema.nodes
  const inCode = state.selection.$from.parent.type.spec.code
  if (!code.includes('\n') || inCode || !codeBlock) return false
  const lines = code.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const block = codeBlock.create(null, state.schema.text(lines))
  view.dispatch(state.tr.replaceSelectionWith(block).scrollIntoView())
  return true
}

/** A table as lines whose cells are parted by tabs. */
function tabbed(table: HTMLTableElement): string {
  return [...table.rows].map((row) => [...row.cells].map(wordsOf).join('\t').trimEnd()).join('\n')
}

function wordsOf({ textContent }: HTMLElement): string {
  return (textContent ?? '').replace(/\s+/g, ' ').trim()
}
