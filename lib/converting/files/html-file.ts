// A page of HTML as a file: its whole body, since nobody can say what of it is the text. Pictures have to be inside of it.

import { type Converted, newTally, type Progress } from '@/lib/converting/converted'
import { blocksFromHtml } from '@/lib/converting/doc-from-html'
import { finished } from '@/lib/converting/finished'
import { passedOf } from '@/lib/converting/how-far'
import { notesIn } from '@/lib/converting/html-notes'
import { parseHtml } from '@/lib/converting/html-tree'
import { metadataOf } from '@/lib/converting/metadata'
import { newPictureBox, picturesOf } from './pictures'

/** A text from a file of HTML. */
export async function fromHtmlFile(html: string, progress: Progress): Promise<Converted> {
  progress('reading', 0, null)
  const tally = newTally()
  const root = parseHtml(html)
  const metadata = metadataOf(root)
  const box = newPictureBox(tally)
  const pictures = await picturesOf(root, { box, tally, progress, read: async () => null })
  const base = metadata.sourceUrl === '' ? null : metadata.sourceUrl
  const passed = passedOf(root, progress)
  const blocks = blocksFromHtml(root, { notes: notesIn(root), pictures, passed, base, tally })
  return finished([{ title: '', blocks }], { metadata, tally, pictures: box.all() })
}
