import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { followAnswers, pageFailed } from './failed-page'

// A server that does as Next does: it tells of the error, then answers 500.

const ERRORS: Readonly<Record<string, Error>> = {
  '/away': new Error('Connection terminated due to connection timeout'),
  '/fault': new Error('Something else'),
}

const server = createServer((request, response) => {
  const error = ERRORS[request.url ?? '']
  if (error) pageFailed(error, request.headers)
  response.statusCode = error ? 500 : 200
  response.end('<p>This page failed</p>')
})
let address = ''

beforeAll(async () => {
  followAnswers()
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const bound = server.address()
  address = typeof bound === 'object' ? `http://127.0.0.1:${bound?.port}` : ''
})

afterAll(async () => {
  await new Promise((closed) => server.close(closed))
})

test.each([
  ['/away', 503, '5'],
  ['/fault', 500, null],
  ['/', 200, null],
])('%s is answered %i', async (path, status, retryAfter) => {
  const response = await fetch(address + path)
  expect(response.status).toBe(status)
  expect(response.headers.get('retry-after')).toBe(retryAfter)
})
