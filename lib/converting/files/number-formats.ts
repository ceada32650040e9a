// How word processors write numbers.

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
const LONGEST_ROMAN = 4_000

/** A number from 0 in one of Word's formats (`w:numFmt`); in digits where the format is not known. */
export function numberIn(format: string, number: number): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'lowerLetter':
      return lettered(number, 'abcdefghijklmnopqrstuvwxyz')
    case 'upperLetter':
      return lettered(number, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    case 'russianLower':
      return lettered(number, 'абвгдежзиклмнопрстуфхцчшщэюя')
    case 'russianUpper':
      return lettered(number, 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ')
    case 'lowerRoman':
      return roman(number).toLowerCase()
    case 'upperRoman':
      return roman(number)
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'ordinal':
      return `${number}${ordinalEnd(number)}`
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number)
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'japaneseDigitalTenThousand':
      return han(number)
    case 'hebrew1':
      return lettered(number, 'אבגדהוזחטיכלמנסעפצקרשת')
    case 'arabicAlpha':
      return lettered(number, 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي')
    default:
      return String(number)
  }
}

// After z comes aa, then bb, as Word has it.
function lettered(number: number, letters: string): string {
  if (number < 1) return String(number)
  const letter = letters[(number - 1) % letters.length] ?? ''
  return letter.repeat(Math.min(20, Math.ceil(number / letters.length)))
}

function roman(number: number): string {
  if (number < 1 || number >= LONGEST_ROMAN) return String(number)
  let left = number
  let written = ''
  for (const [value, letters] of ROMAN) {
    while (left >= value) {
      written += letters
      left -= value
    }
  }
  return written
}

function ordinalEnd(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}

const HAN_DIGITS = '〇一二三四五六七八九'

function han(number: number): string {
  if (number < 0 || number > 99)
    return [...String(number)].map((digit) => HAN_DIGITS[Number(digit)]).join('')
  if (number < 10) return HAN_DIGITS[number] ?? ''
  const tens = Math.floor(number / 10)
  const ones = number % 10
  return `${tens > 1 ? HAN_DIGITS[tens] : ''}十${ones > 0 ? HAN_DIGITS[ones] : ''}`
}
