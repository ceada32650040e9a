import { encode } from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { ENCODINGS } from '@/lib/importing/encoding'
import { decodeHtml, decodeText } from './decode'

const RUSSIAN = 'Привет, мир. Это обычный русский текст в старой кодировке.'

const OLD: readonly (readonly [encoding: string, words: string])[] = [
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
  ['koi8-u', 'Україна має свою мову і свої їжаки, ґанки та єдність народу.'],
  ['iso-8859-5', RUSSIAN],
  ['cp866', RUSSIAN],
  ['maccyrillic', RUSSIAN],
  ['big5', '這是一個中文文本，使用舊的編碼。'],
  ['gb18030', '这是一个中文文本，使用旧的编码。'],
  ['euc-kr', '이것은 오래된 인코딩으로 된 한국어 텍스트입니다.'],
  ['shift_jis', 'これは日本語の文章です。文字コードはシフトJISです。'],
  ['euc-jp', 'これは日本語の文章です。文字コードはEUCです。'],
  ['windows-1250', 'Zażółć gęślą jaźń. Wszyscy ludzie rodzą się wolni i równi w godności.'],
  ['iso-8859-2', 'Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv. Kůň.'],
  ['windows-1252', 'Où sont passés les élèves ? — Ils étaient là, « déjà », dit-elle. L’été…'],
  ['iso-8859-1', 'Größe und Übermut: Männer öffnen Türen für Mädchen.'],
  ['macintosh', 'Où sont passés les élèves? Größe und Übermut, déjà là.'],
  ['windows-1253', 'Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια.'],
  ['windows-1254', 'Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Işık.'],
  ['windows-1255', 'כל בני אדם נולדו בני חורין ושווים בערכם ובזכויותיהם.'],
  ['windows-1256', 'يولد جميع الناس أحرارا متساوين في الكرامة والحقوق.'],
  ['windows-1257', 'Visi žmonės gimsta laisvi ir lygūs savo orumu ir teisėmis. Ąžuolas ėjo.'],
  ['windows-874', 'มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์'],
]

describe('an old encoding is known by its letters', () => {
  it.each(OLD)('%s', (encoding, words) => {
    for (const times of [1, 20]) {
      const text = Array(times).fill(words).join('\n')
      expect(decodeText(encode(text, encoding))).toMatchObject({ text, isGuess: true })
    }
  })

  it('iso-2022-jp, which is plain bytes with signs that shift the alphabet', () => {
    const bytes = Buffer.from('\u001b$B$3$l$OF|K\\8l$N\u001b(B words', 'latin1')
    expect(decodeText(bytes).text).toBe('これは日本語の words')
  })

  it('behind a long licence in English', () => {
    const text = `${'All rights are reserved by somebody.\n'.repeat(4_000)}${RUSSIAN}`
    expect(decodeText(encode(text, 'windows-1251')).text).toBe(text)
  })
})

describe('a person may know better', () => {
  it.each(ENCODINGS)('a text can be read in %s', (encoding) => {
    // Plain letters are the same in all but those of two bytes.
    const bytes = encoding.startsWith('utf-16') ? encode('Words', encoding) : Buffer.from('Words')
    const said = decodeText(bytes, encoding)
    expect(said).toEqual({ text: 'Words', encoding, isGuess: true })
  })

  it('and a wrong choice shows, but ends nothing', () => {
    const { text } = decodeText(encode(RUSSIAN, 'windows-1251'), 'utf-16le')
    expect(text).not.toContain('\0')
    expect(decodeText(Buffer.from([0x81, 0x00, 0x98]), 'iso-8859-5').text).toBe(
      '\ufffd\ufffd\ufffd',
    )
    expect(decodeHtml(encode(RUSSIAN, 'koi8-r'), 'text/html; charset=big5', 'koi8-r').text).toBe(
      RUSSIAN,
    )
  })
})

describe('what needs no guess', () => {
  const text = 'Größe, мир, 日本語.\nAnd so on, with words enough.'
  it.each([
    ['utf-8', {}],
    ['utf-8', { addBOM: true }],
    ['utf-16le', { addBOM: true }],
    ['utf-16be', { addBOM: true }],
    ['utf-16le', { addBOM: false }],
    ['utf-16be', { addBOM: false }],
    ['utf-32le', { addBOM: true }],
  ])('%s %j', (encoding, options) => {
    expect(decodeText(encode(text, encoding, options))).toMatchObject({ text, isGuess: false })
  })

  it('what somebody has chosen', () => {
    expect(decodeText(encode('Привет', 'koi8-r'), 'koi8-r').text).toBe('Привет')
  })
})

describe('what a page says of its encoding', () => {
  it.each([
    ['in a meta element', '<meta charset="windows-1251">', ''],
    [
      'in the old kind of it',
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
      '',
    ],
    ['in the declaration of XML', '<?xml version="1.0" encoding="windows-1251"?>', ''],
    ['by its type', '', 'text/html; charset=windows-1251'],
  ])('%s', (_, head, mediaType) => {
    expect(decodeHtml(encode(`${head}<p>${RUSSIAN}`, 'windows-1251'), mediaType).text).toContain(
      RUSSIAN,
    )
  })

  it('is not believed where it cannot be', () => {
    const bytes = encode(`<meta charset="utf-8"><p>${RUSSIAN}`, 'windows-1251')
    expect(decodeHtml(bytes, '').text).toContain(RUSSIAN)
    expect(decodeHtml(encode(`<meta charset="utf-16"><p>${RUSSIAN}`, 'utf-8'), '').text).toContain(
      RUSSIAN,
    )
  })
})
