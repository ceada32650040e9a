import { createServer, type RequestListener, type Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convert } from '@/lib/converting/files/convert'
import { picturePixel } from '@/lib/testing/factories/picture-bytes'
import { shownDoc } from '@/lib/testing/shown-doc'
import { type FetchLimits, fetchPublic } from './fetch-page'

const ARTICLE = `<!doctype html><html lang="en"><head><title>The Weir · A Site</title>
<meta property="og:title" content="The Weir"><meta name="author" content="A. Lindqvist">
<meta property="article:published_time" content="1908-10-09T10:00:00Z"></head><body>
<header><nav><a href="/">Home</a><a href="/all">All</a></nav></header>
<article><h1>The Weir</h1>${'<p>The river kept its promise, and nobody upstream remembered who had opened the weir in that dry summer, when all the boats lay on their sides.</p>'.repeat(6)}
<figure><img src="/a.png" alt="A boat"><figcaption>A boat</figcaption></figure><p>It ended <a href="/end">well</a>, as such things do, and the boats went down the river again.</p></article>
<aside class="sidebar"><ul><li><a href="/1">Most read</a></li><li><a href="/2">Subscribe</a></li></ul></aside><footer>© A Site</footer></body></html>`

const ANSWERS: Readonly<Record<string, RequestListener>> = {
  '/article': (_, response) => response.setHeader('content-type', 'text/html').end(ARTICLE),
  '/a.png': (_, response) => response.end(picturePixel()),
  '/moved': (_, response) => response.writeHead(302, { location: '/article' }).end(),
  '/inside': (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:5432/' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/gone': (_, response) => response.writeHead(410).end('gone'),
  '/bomb': (_, response) =>
    response
      .setHeader('content-encoding', 'gzip')
      .setHeader('content-type', 'text/html')
      .end(gzipSync(Buffer.alloc(30_000_000, 97))),
  '/slow': (_, response) => {
    response.setHeader('content-type', 'text/html').write('<p>a')
  },
  '/endless': (_, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(65_536, 97))) if (response.destroyed) return
      response.once('drain', more)
    }
    more()
  },
  '/bare': (_, response) =>
    response.setHeader('content-type', 'text/html').end('<p>Not much, but a page.'),
  '/frames': (_, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end('<html><frameset><frame src="a"></frameset></html>'),
  '/pdf': (_, response) => response.setHeader('content-type', 'text/html').end('%PDF-1.7 broken'),
}

let server: Server
let host: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = ANSWERS[request.url ?? '']
    if (answer) void answer(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  host = typeof address === 'object' ? `127.0.0.1:${address?.port}` : ''
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const limits = (more: Partial<FetchLimits> = {}): FetchLimits => ({
  allowed: [host],
  most: 1_000_000,
  milliseconds: 20_000,
  ...more,
})

const get = (path: string, more?: Partial<FetchLimits>) =>
  fetchPublic(`http://${host}${path}`, limits(more))

describe('fetching', () => {
  it('follows to where the page went', async () => {
    expect((await get('/moved')).url).toBe(`http://${host}/article`)
  })

  it.each([
    ['/inside', 'address-not-public'],
    ['/file', 'address'],
    ['/loop', 'address-redirects'],
    ['/gone', 'address-answer'],
    ['/bomb', 'too-large'],
    ['/endless', 'too-large'],
  ])('%s ends in %s', async (path, code) => {
    await expect(get(path)).rejects.toMatchObject({ code })
  })

  it('does not wait for ever', async () => {
    await expect(get('/slow', { milliseconds: 300 })).rejects.toMatchObject({
      code: 'address-slow',
    })
  })

  it('of a host that is not allowed does not reach it', async () => {
    await expect(get('/article', { allowed: [] })).rejects.toMatchObject({
      code: 'address-not-public',
    })
  })

  it.each([
    ['a name that means this machine', ['127.0.0.1']],
    ['a name that means this machine, in the other version', ['::1']],
    ['a name of two private places', ['10.0.0.1', '192.168.1.1']],
  ])('%s is not connected to', async (_, addresses) => {
    const resolve: FetchLimits['resolve'] = (_name, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    await expect(
      fetchPublic('http://rebinding.example:8080/', limits({ resolve })),
    ).rejects.toMatchObject({ code: 'address-not-public' })
  })
})

describe('a page on the web', () => {
  const read = (path: string) =>
    convert(
      { kind: 'address', address: `http://${host}${path}` },
      { allowed: [host], progress: () => {} },
    )

  it('becomes its article, with its picture, without what stands around it', async () => {
    const { doc, form, metadata, pictures, dropped } = await read('/moved')
    expect(form).toBe('web')
    expect(metadata).toEqual({
      title: 'The Weir',
      authors: ['A. Lindqvist'],
      dated: '1908-10-09',
      sourceUrl: `http://${host}/article`,
      licence: '',
      language: 'en',
    })
    const shown = shownDoc(doc)
    expect(shown).toMatch(/^p\(The river kept its promise/)
    expect(shown).toContain('figure(image caption(A boat))')
    expect(shown).not.toMatch(/Most read|Home|A Site/)
    expect(JSON.stringify(doc)).toContain(`http://${host}/end`)
    expect(pictures).toHaveLength(1)
    expect(dropped['around-article']).toBeGreaterThan(0)
  })

  it('without anything that looks like an article is taken whole', async () => {
    expect(shownDoc((await read('/bare')).doc)).toBe('p(Not much, but a page.)')
    await expect(read('/frames')).rejects.toMatchObject({ code: 'empty-text' })
  })

  it('that is in truth something else is read as what it is', async () => {
    await expect(read('/pdf')).rejects.toMatchObject({ code: 'broken' })
  })
})
