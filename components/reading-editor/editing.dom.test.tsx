import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { followedNotes } from '@/lib/text/editing/followed-notes'
import { readingFromMarkdown } from '@/lib/text/markdown'
import { editorExtensions } from './extensions'
import { findingOf, goOn, matchesIn, replaceAll, replaceOne, searchFor } from './finding'
import { moveAmongLike, moveBefore, outlineOf } from './sections'
import { type EditorNote, keptIn, notesBetween, notesLeft } from './tracking'

const MARKDOWN = `Before all.

## Wagons

Twelve wagons left the yard. Nobody counted them.

### Horses

Two horses.

## Voices

The clerk said nothing.`

const TEXT =
  'Before all.\nWagons\nTwelve wagons left the yard. Nobody counted them.\nHorses\nTwo horses.\nVoices\nThe clerk said nothing.'

let editor: Editor

function noteOn(words: string): EditorNote {
  const start = TEXT.indexOf(words)
  return { id: words, start, end: start + words.length, authorName: 'Ana', words: 'Hm.' }
}

function edit(notes: readonly EditorNote[] = []): Editor {
  const desk = { show: () => {}, key: () => false }
  const nothing = () => {}
  editor = new Editor({
    content: JSON.parse(JSON.stringify(readingFromMarkdown(MARKDOWN))),
    extensions: editorExtensions({
      baseText: TEXT,
      kept: [[0, 0, TEXT.length]],
      notes,
      follow: async (question) => followedNotes(question),
      desk,
      onFind: nothing,
      onPicture: nothing,
    }),
  })
  return editor
}

afterEach(() => editor.destroy())

function select(words: string): void {
  const [match] = matchesIn(editor.state.doc, { words, matchCase: true, wholeWords: false })
  if (!match) throw new Error(`"${words}" stands nowhere`)
  editor.commands.setTextSelection(match)
}

const standing = () => notesLeft(editor.state).map(({ id }) => id)
function markedWords(): readonly string[] {
  const found: string[] = []
  for (const mark of editor.view.dom.querySelectorAll('.note-mark')) found.push(mark.textContent)
  return found
}
const titles = () => outlineOf(editor.state.doc).map(({ title }) => title)
const keptLength = () => keptIn(editor.state).reduce((sum, [, , length]) => sum + length, 0)

describe('the notes on a text that is edited', () => {
  it('move with it, and are told of where one would delete', () => {
    edit([noteOn('Nobody counted them.'), noteOn('Two horses.')])
    editor.commands.insertContentAt(1, 'Long ')
    select('left the yard. Nobody')
    const { from, to } = editor.state.selection
    expect(notesBetween(editor.state, from, to).map(({ id }) => id)).toEqual([
      'Nobody counted them.',
    ])
  })

  it('are lost with what they stand on, and back when that is undone', () => {
    edit([noteOn('Nobody counted them.'), noteOn('Two horses.')])
    select('Nobody counted them.')
    editor.commands.deleteSelection()
    expect(standing()).toEqual(['Two horses.'])
    expect(keptLength()).toBeLessThan(TEXT.length - 15)
    editor.commands.undo()
    expect(standing()).toEqual(['Nobody counted them.', 'Two horses.'])
    expect(keptIn(editor.state)).toEqual([[0, 0, TEXT.length]])
  })

  it.each([
    ['Nobody counted them.', 'Nobody', 'No one', 'No one counted them.'],
    ['Twelve', 'Twelve', 'Some fourteen', 'Some fourteen'],
    ['Two horses', 'horses', 'mules', 'Two mules'],
  ])('follow replaced words as publishing does: %s', async (mark, from, to, becomes) => {
    edit([noteOn(mark)])
    select(from)
    editor.commands.insertContent(to)
    await vi.waitFor(() => expect(markedWords()).toEqual([becomes]))
  })

  it('go along with their section', () => {
    edit([noteOn('Two horses.')])
    const [, , voices] = outlineOf(editor.state.doc)
    const [wagons] = outlineOf(editor.state.doc)
    if (!voices || !wagons) throw new Error('there are three sections')
    const transaction = moveBefore(editor.state, voices, wagons)
    if (transaction) editor.view.dispatch(transaction)
    expect(titles()).toEqual(['Voices', 'Wagons', 'Horses'])
    expect(standing()).toEqual(['Two horses.'])
    const [mark] = notesBetween(editor.state, 0, editor.state.doc.content.size)
    expect(mark?.id).toBe('Two horses.')
    expect(keptLength()).toBeGreaterThan(TEXT.length - 4)
  })
})

describe('the outline', () => {
  it('moves a section with those inside it, among its like', () => {
    edit()
    const down = moveAmongLike(editor.state, 0, 1)
    if (down) editor.view.dispatch(down)
    expect(titles()).toEqual(['Voices', 'Wagons', 'Horses'])
    const up = moveAmongLike(editor.state, 1, -1)
    if (up) editor.view.dispatch(up)
    expect(titles()).toEqual(['Wagons', 'Horses', 'Voices'])
  })

  it('leaves the first where it is, and a section out of itself', () => {
    edit()
    expect(moveAmongLike(editor.state, 0, -1)).toBeNull()
    const [wagons, horses] = outlineOf(editor.state.doc)
    if (!wagons || !horses) throw new Error('there are sections')
    expect(moveBefore(editor.state, wagons, horses)).toBeNull()
  })
})

describe('finding', () => {
  it.each([
    ['wagons', false, false, 2],
    ['wagons', true, false, 1],
    ['no', false, false, 2],
    ['no', false, true, 0],
    ['the  yard', false, false, 1],
    ['.', false, false, 5],
    ['', false, false, 0],
  ])('"%s" (same case %s, whole words %s) in %i places', (words, matchCase, wholeWords, count) => {
    edit()
    expect(matchesIn(editor.state.doc, { words, matchCase, wholeWords })).toHaveLength(count)
  })

  it('goes round, replaces one, replaces all in one step, and keeps marks', () => {
    edit()
    editor.view.dispatch(
      searchFor(editor.state, { words: 'wagons', matchCase: false, wholeWords: true }),
    )
    expect(findingOf(editor.state)).toMatchObject({ at: 0 })
    editor.view.dispatch(goOn(editor.state, -1))
    expect(findingOf(editor.state)).toMatchObject({ at: 1 })
    const one = replaceOne(editor.state, 'carts')
    if (one) editor.view.dispatch(one)
    expect(editor.getText()).toContain('Twelve carts left')
    editor.commands.undo()
    const all = replaceAll(editor.state, 'carts')
    if (all) editor.view.dispatch(all)
    expect(editor.getText()).not.toMatch(/wagons/i)
    editor.commands.undo()
    expect(editor.getText()).toMatch(/Wagons[\s\S]*wagons/)
  })
})
