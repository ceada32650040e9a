// The peer: the unmodified Hypothesis browser client of npm, on the same article, with the same annotations, served by the little
// of its API that it asks for. Its page holds the article and nothing else, which is to its advantage.

import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { extname, join } from 'node:path'
import { projectFolder } from '@/scripts/project.mjs'
import type { Span } from './spans'

export type PeerText = {
  /** The text that offsets count in, a newline between blocks. */
  readonly text: string
  /** The article as HTML, without white space between blocks. */
  readonly html: string
}

type Peer = { readonly page: string; close(): Promise<void> }

/** Serves the article with the client and so many of its annotations. Answers with the address of the page. */
export async function servePeer(
  { text, html }: PeerText,
  spans: readonly Span[],
  port: number,
): Promise<Peer> {
  const base = `http://127.0.0.1:${port}`
  const rows = spans.map((span, n) => annotation({ text, span, n, page: `${base}/article` }))
  const pages: Record<string, () => unknown> = {
    '/article': () => articlePage(base, html),
    '/app.html': () => sidebarPage(base),
    '/api/': () => apiIndex(base),
    '/api/links': () => LINKS,
    '/api/profile': () => ({ userid: null, authority: '127.0.0.1', features: {}, preferences: {} }),
    '/api/profile/groups': () => [PUBLIC],
    '/api/groups': () => [PUBLIC],
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', base)
    const answer = url.pathname === '/api/search' ? search(rows, url) : pages[url.pathname]?.()
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', '*')
    if (answer === undefined) {
      response.setHeader('content-type', TYPES[extname(url.pathname)] ?? 'text/plain')
      response.end(file(url.pathname, request))
      return
    }
    const isPage = typeof answer === 'string'
    response.setHeader('content-type', isPage ? 'text/html; charset=utf-8' : 'application/json')
    response.end(isPage ? answer : JSON.stringify(answer))
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const close = async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  return { page: `${base}/article`, close }

  function file(path: string, { method }: IncomingMessage): Buffer | string {
    if (method !== 'GET' || !path.startsWith('/client/build/')) return ''
    const inside = path.slice('/client/'.length).replaceAll('..', '')
    return readFileSync(join(projectFolder, 'node_modules', 'hypothesis', inside))
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

// Where the service's own pages would be; nobody goes there.
const LINKS = {
  'account.settings': 'http://127.0.0.1/account',
  'forgot-password': 'http://127.0.0.1/forgot',
  'groups.new': 'http://127.0.0.1/groups/new',
  help: 'http://127.0.0.1/help',
  'search.tag': 'http://127.0.0.1/search?tag=:tag',
  signup: 'http://127.0.0.1/signup',
  user: 'http://127.0.0.1/u/:user',
}

const PUBLIC = {
  id: '__world__',
  groupid: '__world__',
  name: 'Public',
  type: 'open',
  links: { html: null },
  organization: null,
  scopes: { enforced: false, uri_patterns: [] },
  scoped: false,
  public: true,
}

function config(values: object): string {
  return `<script type="application/json" class="js-hypothesis-config">${JSON.stringify(values)}</script>`
}

function articlePage(base: string, html: string): string {
  const settings = config({
    assetRoot: `${base}/client/`,
    sidebarAppUrl: `${base}/app.html`,
    notebookAppUrl: `${base}/notebook`,
    profileAppUrl: `${base}/profile`,
    showHighlights: 'always',
  })
  const look = 'body{max-width:42rem;margin:3rem auto;font:1.125rem/1.65 serif}'
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The article</title><style>${look}</style>${settings}<script async src="${base}/client/build/boot.js"></script></head><body>${html}</body></html>`
}

function sidebarPage(base: string): string {
  const settings = config({
    assetRoot: `${base}/client/`,
    apiUrl: `${base}/api/`,
    authDomain: '127.0.0.1',
    oauthClientId: 'bench',
  })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hypothesis</title>${settings}</head><body><hypothesis-app></hypothesis-app><script src="${base}/client/build/boot.js"></script></body></html>`
}

function apiIndex(base: string) {
  const link = (method: string, path: string) => ({ method, url: `${base}/api/${path}`, desc: '' })
  const annotationLinks = {
    create: link('POST', 'annotations'),
    read: link('GET', 'annotations/:id'),
    update: link('PATCH', 'annotations/:id'),
    delete: link('DELETE', 'annotations/:id'),
    flag: link('PUT', 'annotations/:id/flag'),
    hide: link('PUT', 'annotations/:id/hide'),
    unhide: link('DELETE', 'annotations/:id/hide'),
  }
  const groups = { read: link('GET', 'groups') }
  const group = {
    read: link('GET', 'groups/:id'),
    member: { delete: link('DELETE', 'groups/:id') },
  }
  const profile = {
    read: link('GET', 'profile'),
    update: link('PATCH', 'profile'),
    groups: { read: link('GET', 'profile/groups') },
  }
  const more = { search: link('GET', 'search'), links: link('GET', 'links') }
  return { links: { annotation: annotationLinks, group, groups, profile, ...more } }
}

type Row = ReturnType<typeof annotation>

function annotation({
  text,
  span,
  n,
  page,
}: {
  text: string
  span: Span
  n: number
  page: string
}) {
  const [start, end] = [inPage(text, span.start), inPage(text, span.end)]
  const bare = text.replaceAll('\n', '')
  const at = new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString()
  return {
    id: `note-${n}`,
    created: at,
    updated: at,
    user: `acct:reader${n % 25}@127.0.0.1`,
    user_info: { display_name: `Reader ${n % 25}` },
    uri: page,
    text: `Note ${n}: this claim deserves a source, and a second reading of what it leaves out.`,
    tags: [],
    group: '__world__',
    permissions: {
      read: ['group:__world__'],
      admin: [],
      update: [],
      delete: [],
    },
    target: [
      {
        source: page,
        selector: [
          { type: 'TextPositionSelector', start, end },
          {
            type: 'TextQuoteSelector',
            exact: bare.slice(start, end),
            prefix: bare.slice(Math.max(0, start - 32), start),
            suffix: bare.slice(end, end + 32),
          },
        ],
      },
    ],
    document: { title: ['The article'] },
    links: {},
    flagged: false,
    hidden: false,
  }
}

// The client counts in the page's text content, which has nothing between blocks.
function inPage(text: string, offset: number): number {
  return offset - (text.slice(0, offset).match(/\n/g)?.length ?? 0)
}

// As the service does it: sorted, a page at a time after a value of the sort key.
function search(rows: readonly Row[], { searchParams }: URL) {
  const key = searchParams.get('sort') === 'updated' ? 'updated' : 'created'
  const rising = searchParams.get('order') === 'asc'
  const sorted = rising ? rows : rows.toReversed()
  const after = searchParams.get('search_after')
  const from = after === null ? 0 : sorted.findIndex((row) => row[key] === after) + 1
  const limit = Number(searchParams.get('limit') ?? 20)
  return { total: rows.length, rows: sorted.slice(from, from + limit), replies: [] }
}
