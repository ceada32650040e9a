import { describe, expect, it } from 'vitest'
import { picturePixel } from '@/lib/testing/factories/picture-bytes'
import { pictureKind } from './picture'

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) =>
        typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
      ),
    ),
  )

const webp = (form: string, ...rest: number[]) => bytes('RIFF\0\0\0\0WEBP', form, rest)

describe('a picture is told by its bytes', () => {
  it.each([
    ['PNG', picturePixel(), 'image/png', 1, 1],
    ['GIF', bytes('GIF89a', [2, 1, 3, 0, 0]), 'image/gif', 258, 3],
    [
      'JPEG, its size behind another segment',
      bytes(
        [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
        [0xff, 0xc2, 0, 11, 8, 0, 20, 1, 4, 3, 0, 0, 0, 0],
      ),
      'image/jpeg',
      260,
      20,
    ],
    ['WebP VP8X', webp('VP8X', ...Array(8).fill(0), 9, 0, 0, 4, 0, 0), 'image/webp', 10, 5],
    ['AVIF', bytes('\0\0\0\x1cftypavif'), 'image/avif', null, null],
    ['a PNG that breaks off', picturePixel().slice(0, 12), 'image/png', null, null],
  ])('%s', (_, given, mediaType, width, height) => {
    expect(pictureKind(given)).toEqual({ mediaType, width, height })
  })

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['SVG behind a declaration', '<?xml version="1.0"?><svg/>'],
    ['HTML that calls itself a picture', '<html>GIF89a</html>'],
    ['TIFF', 'II*\0'],
    ['nothing', ''],
  ])('%s is none', (_, given) => {
    expect(pictureKind(bytes(given))).toBeNull()
  })
})
