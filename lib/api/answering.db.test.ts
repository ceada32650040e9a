import { afterEach, expect, test, vi } from 'vitest'
import { NotFound } from '@/lib/errors'
import { answering } from './handler'

afterEach(() => vi.unstubAllEnvs())

const HSTS = 'strict-transport-security'
const request = new Request('http://colloquy.test/api/v1/nothing')

test('where the address is https, answers and problems say that there is no other way', async () => {
  vi.stubEnv('COLLOQUY_URL', 'https://colloquy.test')
  const answer = await answering(request, () => Promise.resolve(new Response('here')))
  const problem = await answering(request, () => Promise.reject(new NotFound()))
  for (const { headers } of [answer, problem]) expect(headers.get(HSTS)).toBe('max-age=63072000')
})

test('where it is not, they do not', async () => {
  vi.stubEnv('COLLOQUY_URL', 'http://colloquy.test')
  const answer = await answering(request, () => Promise.resolve(new Response('here')))
  expect(answer.headers.get(HSTS)).toBeNull()
})
