// In which form a text comes: by its first bytes, and only among texts by name and announced type.

import { Invalid } from '@/lib/errors'
import { docxParts } from './docx-parts'
import { openZip } from './zip'

export type Form = 'docx' | 'epub' | 'pdf' | 'html' | 'markdown' | 'text'

/** The form of a file. Throws Invalid, in words for people, for one that cannot be read. */
export async function formOf(
  bytes: Uint8Array,
  { name, mediaType }: { name: string; mediaType: string },
): Promise<Form> {
  if (bytes.byteLength === 0) throw new Invalid('empty-file', 'This file is empty.')
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024))
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return formOfZip(bytes)
  const refusal = refusalOf(head)
  if (refusal !== null) throw new Invalid('wrong-type', refusal)
  const isHtml =
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(head)
  if (isHtml || /\.x?html?$/i.test(name) || /html/i.test(mediaType)) return 'html'
  return /\.(?:md|markdown|mdown|mkd)$/i.test(name) || /markdown/i.test(mediaType)
    ? 'markdown'
    : 'text'
}

async function formOfZip(bytes: Uint8Array): Promise<Form> {
  const zip = await openZip(bytes)
  if (await docxParts(zip)) return 'docx'
  if (zip.names.includes('META-INF/container.xml')) return 'epub'
  const type = await zip.read('mimetype')
  const announced = type ? new TextDecoder().decode(type) : ''
  throw new Invalid(
    'wrong-type',
    announced.includes('opendocument')
      ? 'OpenDocument files are not read. Save it as DOCX and bring that.'
      : 'This archive holds no text that can be read. DOCX and EPUB are; unpack others first.',
  )
}

const NO_TEXT = 'This file is no text and none of the forms that can be read.'
const PICTURE =
  'This is a picture. If it shows a text, run it through text recognition (OCR) first.'
const OLD_WORD =
  'This is an old Word file, or one that is locked with a password. Open it, save it as DOCX without a password, and bring that.'

// How files begin that are not read.
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['\xd0\xcf\x11\xe0', OLD_WORD],
  ['{\\rtf', 'RTF files are not read. Open it in a word processor and save it as DOCX.'],
  ...['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF', 'II*\0', 'MM\0*'].map(
    (head) => [head, PICTURE] as const,
  ),
  ...['\x1f\x8b', '7z\xbc\xaf', 'Rar!', '\x7fELF'].map((head) => [head, NO_TEXT] as const),
]

/** Why a file with this head is not read, or null. */
function refusalOf(head: string): string | null {
  if (head.slice(60, 68) === 'BOOKMOBI') return 'Kindle books are not read. Bring an EPUB.'
  if (/^\s*(?:<\?xml[^>]*>\s*)?<svg\b/i.test(head)) return 'This is a drawing, not a text.'
  return BEGINNINGS.find(([beginning]) => head.startsWith(beginning))?.[1] ?? null
}
