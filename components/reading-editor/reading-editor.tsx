'use client'

import type { Editor } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { plainPaste } from '@/components/editor/pasted'
import { type SuggestionKeys, SuggestionList } from '@/components/editor/suggestion-list'
import type { Offer } from '@/components/editor/suggestions'
import type { KeptRun } from '@/lib/text/kept-runs'
import { editorExtensions } from './extensions'
import { FindBar } from './find-bar'
import { noteFollower } from './follow-notes'
import { Outline } from './outline'
import { type ChosenPicture, PictureDialog } from './picture-dialog'
import { StandingNotes } from './standing-notes'
import { Toolbar } from './toolbar'
import type { EditorNote } from './tracking'

export type ReadingEditorProps = {
  readonly reading: {
    readonly id: string
    readonly language: string
    readonly direction: 'ltr' | 'rtl'
  }
  readonly doc: Record<string, unknown>
  /** The text that the notes stand on, and what of it is kept. */
  readonly baseText: string
  readonly kept: readonly KeptRun[]
  readonly notes: readonly EditorNote[]
  /** Called once with the editor. */
  readonly onReady: (editor: Editor) => void
  readonly onChange: () => void
  /** Beside the toolbar: how it is saved, and the way to publish. */
  readonly head: ReactNode
}

type Picturing = { readonly file: File | null }

/** Where a reading is written: toolbar, outline, text. Loaded by those who edit alone. */
export function ReadingEditor(props: ReadingEditorProps) {
  const [offer, setOffer] = useState<Offer | null>(null)
  const [finding, setFinding] = useState(false)
  const [picturing, setPicturing] = useState<Picturing | null>(null)
  const keys = useRef<SuggestionKeys | null>(null)
  const editor = useReadingEditor(props, {
    desk: { show: setOffer, key: (event) => keys.current?.key(event) ?? false },
    onFind: () => setFinding(true),
    onPicture: (file) => setPicturing({ file }),
  })
  const { reading, head } = props
  return (
    <div className="writing">
      <div className="writing-head">
        {editor && (
          <Toolbar
            editor={editor}
            onPicture={() => setPicturing({ file: null })}
            onFind={() => setFinding(!finding)}
          />
        )}
        {head}
        {editor && finding && <FindBar editor={editor} onClose={() => setFinding(false)} />}
      </div>
      <nav className="writing-outline" aria-label="Outline">
        <h2 className="label">Outline</h2>
        {editor && <Outline editor={editor} />}
      </nav>
      <div className="text writing-text" lang={reading.language} dir={reading.direction}>
        <EditorContent editor={editor} />
      </div>
      {editor && <StandingNotes editor={editor} />}
      {offer && <SuggestionList offer={offer} keys={keys} />}
      {editor && picturing && (
        <PictureDialog
          readingId={reading.id}
          file={picturing.file}
          onClose={() => setPicturing(null)}
          onChosen={(picture) => {
            setPicturing(null)
            insertPicture(editor, picture)
          }}
        />
      )}
    </div>
  )
}

type Asked = Pick<Parameters<typeof editorExtensions>[0], 'desk' | 'onFind'> & {
  readonly onPicture: (file: File | null) => void
}

function useReadingEditor(
  { doc, baseText, kept, notes, onReady, onChange }: ReadingEditorProps,
  asked: Asked,
): Editor | null {
  const latest = useRef({ onReady, onChange })
  const [{ follow, end }] = useState(noteFollower)
  useEffect(() => end, [end])
  useEffect(() => {
    latest.current = { onReady, onChange }
  })
  return useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    content: doc,
    extensions: editorExtensions({
      baseText,
      kept,
      notes,
      follow,
      ...asked,
      onPicture: () => asked.onPicture(null),
    }),
    editorProps: {
      attributes: {
        class: 'text-body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'The text',
      },
      transformPastedHTML: plainPaste,
      handlePaste: (_view, event) => takePicture(event.clipboardData, asked.onPicture),
      handleDrop: (_view, event, _slice, isMove) =>
        !isMove && takePicture(event.dataTransfer, asked.onPicture),
    },
    onCreate: ({ editor }) => latest.current.onReady(editor),
    onUpdate: () => latest.current.onChange(),
  })
}

/** A picture that is pasted or dropped as a file; not one that comes along with words. */
function takePicture(data: DataTransfer | null, onPicture: (file: File) => void): boolean {
  const [file] = [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
  if (!file || data?.types.includes('text/html')) return false
  onPicture(file)
  return true
}

function insertPicture(editor: Editor, { caption, ...attrs }: ChosenPicture): void {
  const image = { type: 'image', attrs }
  const words = { type: 'caption', content: [{ type: 'text', text: caption }] }
  const content = caption === '' ? image : { type: 'figure', content: [image, words] }
  editor.chain().focus().insertContent(content).run()
}
