// The lines between two rows of dashes before a Markdown text, as most writers of Markdown use them: `key: value`, no more.

import { type Metadata, NOTHING_KNOWN } from './converted'
import { authorsFrom, dateFrom, oneLine, webAddress } from './metadata'

const BLOCK = /^---[ \t]*\n([\s\S]{0,4000}?)\n(?:---|\.\.\.)[ \t]*\n/
const PAIR = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/

type Found = { readonly markdown: string; readonly metadata: Metadata }

/** A Markdown text without its front matter, and what that said. */
export function frontMatter(markdown: string): Found {
  const found = BLOCK.exec(markdown)
  if (!found) return { markdown, metadata: NOTHING_KNOWN }
  return {
    markdown: markdown.slice(found[0].length),
    metadata: metadataFrom(pairsIn(found[1] ?? '')),
  }
}

// A list may stand below its key, an item a line.
function pairsIn(block: string): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, string[]>()
  let key = ''
  for (const line of block.split('\n')) {
    const pair = PAIR.exec(line)
    key = pair?.[1]?.toLowerCase() ?? key
    const value = unquoted(pair?.[2] ?? line.replace(/^\s*-\s*/, ''))
    if (value !== '') said.set(key, [...(said.get(key) ?? []), value])
  }
  return said
}

function metadataFrom(said: ReadonlyMap<string, readonly string[]>): Metadata {
  const first = (...keys: string[]) => keys.flatMap((key) => said.get(key) ?? [])[0] ?? ''
  return {
    title: oneLine(first('title')),
    authors: authorsFrom(said.get('author') ?? said.get('authors') ?? []),
    dated: dateFrom(first('date')),
    sourceUrl: webAddress(first('source', 'url', 'canonical')),
    licence: oneLine(first('licence', 'license', 'rights')).slice(0, 200),
    language: first('lang', 'language'),
  }
}

function unquoted(value: string): string {
  const list = /^\[(.*)\]$/.exec(value.trim())
  return (list?.[1]?.replaceAll(',', ';') ?? value).trim().replace(/["']/g, '')
}
