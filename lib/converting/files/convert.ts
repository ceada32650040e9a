// One door for all forms.

import type { Converted, Progress } from '@/lib/converting/converted'
import { type Fetched, fetchPublic } from '@/lib/converting/web/fetch-page'
import { fromWebPage } from '@/lib/converting/web/web-page'
import { type Decoded, decodeHtml, decodeText } from './decode'
import { fromDocx } from './docx'
import { fromEpub } from './epub'
import { fromHtmlFile } from './html-file'
import { fromPdf } from './pdf'
import { type Form, formOf } from './recognise'
import { fromMarkdown, fromPlainText } from './text-file'

const PAGE_BYTES = 25 * 1024 * 1024
const PAGE_MS = 30_000

export type Source =
  | {
      readonly kind: 'file'
      readonly name: string
      /** As announced; the bytes decide. */
      readonly mediaType: string
      readonly bytes: Uint8Array<ArrayBuffer>
      /** Chosen by a person, for a text that does not name it. */
      readonly encoding?: string | undefined
    }
  | {
      readonly kind: 'address'
      readonly address: string
      readonly encoding?: string | undefined
    }

export type Read = Converted & { readonly form: Form | 'web' }

/** A text from a file or an address. Throws told errors alone for what is wrong with it. */
export async function convert(
  source: Source,
  { allowed, progress }: { allowed: readonly string[]; progress: Progress },
): Promise<Read> {
  if (source.kind === 'file') return fromFile(source, progress)
  progress('fetching', 0, null)
  const limits = { allowed, most: PAGE_BYTES, milliseconds: PAGE_MS }
  const fetched = await fetchPublic(source.address, limits)
  const form = await formOf(fetched.bytes, { name: new URL(fetched.url).pathname, ...fetched })
  if (form === 'html') {
    const decoded = decodeHtml(fetched.bytes, fetched.mediaType, source.encoding)
    const read = (html: string) => fromWebPage({ ...fetched, html }, { allowed, progress })
    return { ...(await guessed(decoded, read)), form: 'web' }
  }
  const file = { ...fileFrom(fetched), encoding: source.encoding }
  return withAddress(await fromFile(file, progress), fetched.url)
}

function fileFrom({ url, mediaType, bytes }: Fetched): Extract<Source, { kind: 'file' }> {
  const name = new URL(url).pathname.split('/').at(-1) ?? ''
  return { kind: 'file', name, mediaType, bytes }
}

function withAddress(read: Read, sourceUrl: string): Read {
  return { ...read, metadata: { ...read.metadata, sourceUrl } }
}

async function fromFile(
  file: Extract<Source, { kind: 'file' }>,
  progress: Progress,
): Promise<Read> {
  const form = await formOf(file.bytes, file)
  return { ...(await readAs(form, file, progress)), form }
}

async function readAs(
  form: Form,
  { bytes, name, mediaType, encoding }: Extract<Source, { kind: 'file' }>,
  progress: Progress,
): Promise<Converted> {
  switch (form) {
    case 'docx':
      return fromDocx(bytes, progress)
    case 'epub':
      return fromEpub(bytes, progress)
    case 'pdf':
      return fromPdf(bytes, progress)
    case 'html':
      return guessed(decodeHtml(bytes, mediaType, encoding), (text) => fromHtmlFile(text, progress))
    case 'markdown':
      return guessed(decodeText(bytes, encoding), (text) => fromMarkdown(text, progress))
    case 'text':
      return guessed(decodeText(bytes, encoding), (text) => fromPlainText(text, name, progress))
  }
}

const SAMPLE = 200

// Of a text whose encoding was guessed or chosen it is said which, and how the first words look that depend on it.
async function guessed(
  { text, encoding, isGuess }: Decoded,
  read: (text: string) => Converted | Promise<Converted>,
): Promise<Converted> {
  const converted = await read(text)
  if (!isGuess) return converted
  const at = Math.max(0, text.search(/[^\p{ASCII}]/u) - SAMPLE / 4)
  return { ...converted, guess: { encoding, sample: text.slice(at, at + SAMPLE) } }
}
