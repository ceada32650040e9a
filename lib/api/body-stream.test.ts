import { expect, test } from 'vitest'
import { Malformed, Slow } from '@/lib/errors'
import { chunksOf } from './body-stream'

const PACE = { windowMs: 30, least: 4 }

async function all(body: ReadableStream<Uint8Array>): Promise<number> {
  let bytes = 0
  for await (const chunk of chunksOf(body, PACE)) bytes += chunk.byteLength
  return bytes
}

test('what comes in time comes whole', async () => {
  const body = new Blob(['the whole of it']).stream()
  expect(await all(body)).toBe(15)
})

test('who sends nothing is sent away, and the body is given up', async () => {
  let isGivenUp = false
  const body = new ReadableStream<Uint8Array>({
    cancel: () => {
      isGivenUp = true
    },
  })
  await expect(all(body)).rejects.toBeInstanceOf(Slow)
  expect(isGivenUp).toBe(true)
})

test('who trickles is sent away', async () => {
  let timer: NodeJS.Timeout
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      timer = setInterval(() => controller.enqueue(new Uint8Array(1)), 20)
    },
    cancel: () => clearInterval(timer),
  })
  await expect(all(body)).rejects.toMatchObject({ status: 408 })
})

test('who goes away is no fault of ours', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.error(new Error('aborted')),
  })
  await expect(all(body)).rejects.toBeInstanceOf(Malformed)
})
