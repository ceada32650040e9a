// Knocks at a server from a process of its own, so that what the bench does beside it does not delay the knocking: asks for
// /api/health again and again between 'begin' and 'end', and answers with the longest time in milliseconds that it took.

import { setTimeout as sleep } from 'node:timers/promises'
import { client } from './http'

const EVERY_MS = 2
const [url = ''] = process.argv.slice(2)
const ask = client(url, '')
let isAsking = false
let asking: Promise<number> = Promise.resolve(0)

async function knock(): Promise<number> {
  let longest = 0
  while (isAsking) {
    const started = performance.now()
    await ask('GET', '/api/health')
    longest = Math.max(longest, performance.now() - started)
    await sleep(EVERY_MS)
  }
  return longest
}

process.on('message', async (word) => {
  isAsking = word === 'begin'
  if (isAsking) asking = knock()
  else process.send?.(await asking)
})
process.on('disconnect', () => process.exit())
