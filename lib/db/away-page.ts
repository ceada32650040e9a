import type { Trouble } from './trouble'

// The page that shows while the database is away: plain, whole in itself, since nothing else may be in reach.

const WORDS = {
  away: [
    'Back in a moment',
    'The database of this server does not answer just now. What you saved is safe, and drafts are kept in this browser.',
  ],
  full: [
    'The disk of this server is full',
    'Nothing can be saved until there is room again. What you saved before is safe, and drafts are kept in this browser. Whoever runs this server should know.',
  ],
} as const

/** How long to wait before trying again, in seconds. */
export const RETRY_AFTER = 5

/** A 503 that says so in words and tries again by itself. */
export function awayPage(trouble: Trouble): Response {
  const [title, words] = WORDS[trouble]
  const html = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="${RETRY_AFTER}">
<title>${title} · Colloquy</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:34rem;margin:18vh auto;padding:0 1.5rem}</style>
<main><h1>${title}</h1><p>${words}</p><p><a href="">Try again</a></p></main></html>`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': String(RETRY_AFTER),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  }
  return new Response(html, { status: 503, headers })
}
