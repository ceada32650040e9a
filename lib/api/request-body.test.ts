import { describe, expect, it, test } from 'vitest'
import { Malformed, TooLarge } from '@/lib/errors'
import { depthOf, parseBody, readText } from './request-body'

const TEN_MIB = 10 * 1024 * 1024

describe('how deep a JSON text nests', () => {
  test.each([
    ['', 0],
    ['1', 0],
    ['[]', 1],
    ['{"a":[1,{"b":2}]}', 3],
    ['"[[[["', 0],
    ['{"a":"\\"[[","b":[]}', 2],
    ['["\\\\",[[]]]', 3],
    ['[[[', 3],
    ['"[[', 0],
  ])('%s: %d', (text, depth) => {
    expect(depthOf(text)).toBe(depth)
  })
})

describe('a body', () => {
  test('that is nested a hundred thousand deep is refused before it is parsed', () => {
    expect(() => parseBody('['.repeat(100_000))).toThrow(Malformed)
  })

  test('that is broken is refused', () => {
    expect(() => parseBody('{"readingId":')).toThrow(Malformed)
  })

  test('that names __proto__ changes no prototype', () => {
    parseBody('{"__proto__":{"polluted":true}}')
    expect('polluted' in {}).toBe(false)
  })

  test('of more than ten mebibytes is refused, sent in pieces as well', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let n = 0; n < 11; n++) controller.enqueue(new Uint8Array(1 << 20))
        controller.close()
      },
    })
    const init = { method: 'POST', body, duplex: 'half' }
    const request = new Request('http://x/', init)
    await expect(readText(request, TEN_MIB)).rejects.toThrow(TooLarge)
  })

  test('that is not UTF-8 is refused', async () => {
    const request = new Request('http://x/', { method: 'POST', body: new Uint8Array([0xff, 0xfe]) })
    await expect(readText(request, TEN_MIB)).rejects.toThrow(Malformed)
  })

  test('that is there is given as it is', async () => {
    const request = new Request('http://x/', { method: 'POST', body: '{"a":"한"}' })
    expect(await readText(request, TEN_MIB)).toBe('{"a":"한"}')
  })
})

describe('A text that nothing can keep', () => {
  it.each([
    ['NUL', '{"a":["b\\u0000c"]}'],
    ['half of a surrogate pair', '{"a":"\\ud800"}'],
    ['the other half first', '["\\uDC00\\uD800"]'],
    ['NUL in a key', '{"\\u0000":1}'],
  ])('is refused: %s', (_, text) => {
    expect(() => parseBody(text)).toThrow(Malformed)
  })

  it('is not one that only looks like it', () => {
    expect(parseBody('["\\ud83d\\ude00", "\\\\u0000"]')).toEqual(['\u{1F600}', '\\u0000'])
  })
})
