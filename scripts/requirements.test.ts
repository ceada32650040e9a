import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { requireFreePort, requireNode, servingAddress } from './requirements.mjs'

test.each(['18.20.0', '20.18.3'])('Node %s is too old', (version) => {
  expect(() => requireNode(version)).toThrow(/needs Node 20.19 or newer/)
})

test.each(['20.19.0', '22.0.0', '24.1.0'])('Node %s will do', (version) => {
  expect(() => requireNode(version)).not.toThrow()
})

test('the address is this machine alone at 3000 unless the operator says otherwise', () => {
  expect(servingAddress({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    url: 'http://localhost:3000',
  })
  const told = { PORT: '80', HOST: '0.0.0.0', COLLOQUY_URL: 'https://read.example.org/' }
  expect(servingAddress(told)).toEqual({
    host: '0.0.0.0',
    port: 80,
    url: 'https://read.example.org',
  })
})

test.each(['0', '65536', 'http', '3.5'])('PORT=%s is no port', (PORT) => {
  expect(() => servingAddress({ PORT })).toThrow(/PORT should be a number/)
})

test('a busy port is told in a sentence', async () => {
  const other = createServer()
  await new Promise<void>((ready) => {
    other.listen(0, '127.0.0.1', ready)
  })
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(requireFreePort({ host: '127.0.0.1', port })).rejects.toThrow(`Port ${port} is busy`)
  other.close()
})
