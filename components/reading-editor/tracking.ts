// While a text is edited: what is kept of it, and where the notes on it stand. Both move with every step; a section that is taken
// elsewhere takes its notes along. When the writer pauses, the notes are placed anew by the rule that publishing follows.

import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { StepMap } from '@tiptap/pm/transform'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { NotePassage } from '@/lib/text/editing/followed-notes'
import {
  keptRuns,
  moved,
  type Pieces,
  piecesOf,
  positionsOf,
  type Replaced,
  replaced,
} from '@/lib/text/editing/kept-pieces'
import { positionsIn, textTable } from '@/lib/text/editing/text-table'
import type { KeptRun } from '@/lib/text/kept-runs'
import type { FollowNotes } from './follow-notes'

/** A note on the base's text, in words enough to name it. Offsets are UTF-16. */
export type EditorNote = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly authorName: string
  readonly words: string
}

/** Where a move takes a stretch of the document: positions before it. */
export type Move = { readonly from: number; readonly to: number; readonly target: number }

type Tracked = {
  readonly pieces: Pieces
  readonly marks: DecorationSet
  /** What the document was lately, with what was known of it: undoing brings a document back, but as something newly written. */
  readonly past: readonly (Pick<Tracked, 'pieces' | 'marks'> & { readonly doc: Node })[]
}

const PAST_KEPT = 400
const PAUSE_MS = 400
const HISTORY = 'history$'

const KEY = new PluginKey<Tracked>('tracking')
const MOVE = 'moveOfSection'
const FOLLOWED = 'followedNotes'

/** Says of a transaction that it takes a stretch elsewhere, rather than deleting it and writing something new. */
export function asMove(transaction: Transaction, move: Move): Transaction {
  return transaction.setMeta(MOVE, move)
}

/** The plugin that follows a document of whose text `kept` came from the base, with the notes on the base's text as decorations. */
export function tracking({
  baseText,
  kept,
  notes,
  follow,
}: {
  readonly baseText: string
  readonly kept: readonly KeptRun[]
  readonly notes: readonly EditorNote[]
  readonly follow: FollowNotes
}): Plugin<Tracked> {
  return new Plugin<Tracked>({
    key: KEY,
    state: {
      init: (_, { doc }) => {
        const pieces = piecesOf(doc.content.size, textTable(doc, doc.toJSON()), kept)
        return { pieces, marks: marksOf(doc, pieces, notes), past: [] }
      },
      apply: (transaction, before, { doc }) => {
        const passages: readonly NotePassage[] | undefined = transaction.getMeta(FOLLOWED)
        if (passages) return { ...before, marks: marksAt(transaction.doc, passages, notes) }
        if (!transaction.docChanged) return before
        const { pieces: former, marks } = before
        const past = [...before.past, { pieces: former, marks, doc }].slice(-PAST_KEPT)
        const known = broughtBack(transaction, past)
        if (known) return { ...known, past }
        const move: Move | undefined = transaction.getMeta(MOVE)
        if (move) {
          const pieces = moved(before.pieces, move)
          return { pieces, marks: marksOf(transaction.doc, pieces, notes), past }
        }
        const pieces = transaction.mapping.maps.reduce(afterStep, before.pieces)
        return { pieces, marks: before.marks.map(transaction.mapping, transaction.doc), past }
      },
    },
    props: { decorations: (state) => KEY.getState(state)?.marks },
    view: (view) =>
      followedAtPauses(view, (text, runs) => follow({ baseText, text, kept: runs, notes })),
  })
}

type Ask = (text: string, kept: readonly KeptRun[]) => ReturnType<FollowNotes>

function followedAtPauses(view: EditorView, ask: Ask) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const place = async () => {
    const { doc } = view.state
    const { text } = textTable(doc, doc.toJSON())
    const passages = await ask(text, keptIn(view.state))
    if (!passages || view.isDestroyed || view.state.doc !== doc) return
    view.dispatch(view.state.tr.setMeta(FOLLOWED, passages).setMeta('addToHistory', false))
  }
  return {
    update: (_: EditorView, { doc }: EditorState) => {
      if (doc === view.state.doc) return
      clearTimeout(timer)
      timer = setTimeout(() => void place(), PAUSE_MS)
    },
    destroy: () => clearTimeout(timer),
  }
}

/** What was kept of the base's text, in the text that the document makes now. Linear. */
export function keptIn(state: Parameters<typeof KEY.getState>[0]): KeptRun[] {
  const tracked = KEY.getState(state)
  if (!tracked) return []
  return keptRuns(tracked.pieces, textTable(state.doc, state.doc.toJSON()))
}

/** The notes that stand somewhere between two positions; each once. */
export function notesBetween(
  state: Parameters<typeof KEY.getState>[0],
  from: number,
  to: number,
): EditorNote[] {
  const found = new Map<string, EditorNote>()
  for (const { spec } of KEY.getState(state)?.marks.find(from, to) ?? []) {
    const note: EditorNote = spec.note
    found.set(note.id, note)
  }
  return [...found.values()]
}

/** The notes of which something is left in the document. */
export function notesLeft(state: Parameters<typeof KEY.getState>[0]): EditorNote[] {
  return notesBetween(state, 0, state.doc.content.size)
}

// Undo and redo write the old document anew: it is the same by its nodes, most of which are the very same.
function broughtBack(transaction: Transaction, past: Tracked['past']) {
  if (transaction.getMeta(HISTORY) === undefined) return null
  const known = past.findLast(({ doc }) => doc.eq(transaction.doc))
  return known ? { pieces: known.pieces, marks: known.marks } : null
}

function afterStep(pieces: Pieces, map: StepMap): Pieces {
  const ranges: Replaced[] = []
  map.forEach((start, end, newStart, newEnd) => {
    ranges.push({ start, oldSize: end - start, newSize: newEnd - newStart })
  })
  // From the last to the first, so that each is where it was before the step.
  return ranges.reduceRight(replaced, pieces)
}

function marksOf(doc: Node, pieces: Pieces, notes: readonly EditorNote[]): DecorationSet {
  return decorated(doc, notes, (note) => positionsOf(pieces, note))
}

function marksAt(
  doc: Node,
  passages: readonly NotePassage[],
  notes: readonly EditorNote[],
): DecorationSet {
  const table = textTable(doc, doc.toJSON())
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  return decorated(doc, notes, ({ id }) => {
    const passage = byId.get(id)
    return passage ? positionsIn(table, passage) : null
  })
}

function decorated(
  doc: Node,
  notes: readonly EditorNote[],
  placeOf: (note: EditorNote) => { readonly from: number; readonly to: number } | null,
): DecorationSet {
  const marks = notes.flatMap((note) => {
    const place = placeOf(note)
    return place ? [Decoration.inline(place.from, place.to, { class: 'note-mark' }, { note })] : []
  })
  return DecorationSet.create(doc, marks)
}
