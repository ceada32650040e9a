// What an import says of itself, in words for people.

import type { ImportReport, ImportShape } from '@/lib/importing/contract'

type Noun = readonly [one: string, many: string]

const UNDERSTOOD: Readonly<Record<keyof ImportReport['counts'], Noun>> = {
  words: ['word', 'words'],
  sections: ['section', 'sections'],
  paragraphs: ['paragraph', 'paragraphs'],
  lists: ['list', 'lists'],
  quotes: ['quotation', 'quotations'],
  tables: ['table', 'tables'],
  code: ['piece of code', 'pieces of code'],
  pictures: ['picture', 'pictures'],
  footnotes: ['footnote', 'footnotes'],
  formulas: ['formula', 'formulas'],
  links: ['link', 'links'],
}

const DROPPED: Readonly<Record<string, readonly [...Noun, why: string]>> = {
  script: ['script', 'scripts', 'They would run in readers’ browsers.'],
  embedded: [
    'embedded player or frame',
    'embedded players or frames',
    'They come from other sites.',
  ],
  drawing: [
    'drawing',
    'drawings',
    'Vector drawings and charts may carry script; bring them as pictures.',
  ],
  form: ['form control', 'form controls', 'They do nothing in a text.'],
  navigation: ['navigation', 'navigations', 'They belong to the site, not to the text.'],
  hidden: ['hidden part', 'hidden parts', 'They were not shown where the text comes from.'],
  comment: ['comment', 'comments', 'What others wrote in the margin stays in the file.'],
  deletion: [
    'tracked deletion',
    'tracked deletions',
    'The text is taken as if they were accepted.',
  ],
  symbol: ['symbol', 'symbols', 'They are of a font that nobody else has.'],
  'text-box': ['text box', 'text boxes', 'They stand outside the flow of the text.'],
  'inner-link': [
    'link within the text',
    'links within the text',
    'The words stay; the contents lead to sections.',
  ],
  'unsafe-link': ['link', 'links', 'They lead nowhere safe. The words stay.'],
  'picture-missing': ['picture', 'pictures', 'They are not in the file and could not be had.'],
  'picture-kind': ['picture', 'pictures', 'Only PNG, JPEG, GIF, WebP and AVIF are kept.'],
  'picture-large': ['picture', 'pictures', 'They are larger than 10 MB.'],
  'picture-many': ['picture', 'pictures', 'There are more than one text may hold.'],
  'running-head': ['running head', 'running heads', 'They repeat on every page.'],
  'page-number': ['page number', 'page numbers', 'A reading has no pages.'],
  'pdf-picture': ['picture', 'pictures', 'Pictures of a PDF are not taken over.'],
  'empty-page': ['page without text', 'pages without text', 'They may be scans or pictures.'],
  turned: ['turned word', 'turned words', 'They run up or down the page: labels and stamps.'],
  'joined-word': [
    'word put together by guess',
    'words put together by guess',
    'A hyphen before a capital at the end of a line was taken for the printer’s.',
  ],
  'chapter-empty': ['chapter', 'chapters', 'The book names them but does not hold them.'],
  'around-article': [
    'word around the article',
    'words around the article',
    'Menus, side columns, comments of the site.',
  ],
}

const PHASES: Readonly<Record<string, string>> = {
  fetching: 'Fetching the page',
  reading: 'Reading',
  pictures: 'Taking the pictures',
  building: 'Putting it together',
}

const FORMS: Readonly<Record<string, string>> = {
  docx: 'Word document',
  epub: 'EPUB book',
  pdf: 'PDF',
  html: 'HTML file',
  markdown: 'Markdown',
  text: 'Plain text',
  web: 'Web page',
}

export function counted(count: number, [one, many]: Noun): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** What was understood, what there is none of left out: `3 sections`. */
export function understoodWords({ counts }: ImportReport): readonly string[] {
  return (Object.keys(UNDERSTOOD) satisfies string[])
    .filter((kind): kind is keyof ImportReport['counts'] => kind in counts)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => counted(counts[kind], UNDERSTOOD[kind]))
}

/** What was left out, and why. */
export function droppedWords({ dropped }: ImportReport): readonly { what: string; why: string }[] {
  return Object.entries(dropped).map(([kind, count]) => {
    const [one, many, why] = DROPPED[kind] ?? [kind, kind, '']
    return { what: counted(count, [one, many]), why }
  })
}

/** What is being done with a text: `Reading, 12 of 80`. */
export function progressWords({
  state,
  progress,
}: Pick<ImportShape, 'state' | 'progress'>): string {
  if (state === 'waiting') return 'Waiting for its turn'
  const phase = PHASES[progress.phase ?? ''] ?? 'Beginning'
  return progress.total === null || progress.total === 0
    ? `${phase}…`
    : `${phase}, ${progress.done + 1} of ${progress.total}`
}

export function formWords(form: string | null): string {
  return FORMS[form ?? ''] ?? 'Text'
}

/** `1.4 MB`, `12 kB`. */
export function sizeWords(bytes: number): string {
  return bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1_000))} kB`
}
