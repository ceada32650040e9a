import { createServer } from 'node:http'
import { picturePixel } from '@/lib/testing/factories/picture-bytes'

// A site on the web, as far as the server under test is concerned: it is told to fetch from this one place of this machine.

const ARTICLE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Weir · The Valley Post</title>
<meta property="og:title" content="The Weir"><meta name="author" content="A. Lindqvist">
<meta property="article:published_time" content="1908-10-09"></head><body>
<nav><a href="/">Home</a> <a href="/all">All articles</a></nav>
<article><h1>The Weir</h1>
<p>The river kept its promise, and nobody upstream remembered who had opened the weir in that dry summer, when all the boats lay on their sides and the children had made houses of them.</p>
<h2>What was counted</h2>
<p>Eleven boats were upright again in the morning and looked embarrassed. The twelfth stood in the yard of the miller, who said that it had always stood there, and that he would not hear of a river.</p>
<figure><img src="/boat.png" alt="A boat on its side"><figcaption>The twelfth boat</figcaption></figure>
<h2>What was said</h2>
<p>The minutes of the council are missing for that week, and those who were there say that they were not. What is not written down can still be remembered wrongly, and it was.</p>
</article><aside><p>Most read this week: seven ways to mend a boat.</p></aside></body></html>`

export type WebSite = { readonly close: () => Promise<void> }

/** Where the site is; the same in every process of a run. */
export function siteAddress(): {
  readonly host: string
  readonly port: number
  readonly article: string
  /** A page that never ends. */
  readonly slow: string
} {
  const port = Number(process.env.COLLOQUY_E2E_SITE_PORT)
  return {
    host: `127.0.0.1:${port}`,
    port,
    article: `http://127.0.0.1:${port}/weir`,
    slow: `http://127.0.0.1:${port}/slow`,
  }
}

export async function startWebSite({ port }: { port: number }): Promise<WebSite> {
  const server = createServer((request, response) => {
    if (request.url === '/boat.png')
      response.setHeader('content-type', 'image/png').end(picturePixel())
    else if (request.url === '/weir') response.setHeader('content-type', 'text/html').end(ARTICLE)
    else if (request.url === '/slow') response.setHeader('content-type', 'text/html').write('<p>')
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
