import { describe, expect, test } from 'vitest'
import { LINES_MAXIMUM, readRoster } from './roster-list'

const read = (list: string) =>
  readRoster(list).lines.map(({ name, email, role }) => [name, email, role])
const faults = (list: string) => readRoster(list).faults

describe('a roster from a list', () => {
  test.each([
    ['commas', 'Ana Ruiz,ana@example.org,student'],
    ['tabs', 'Ana Ruiz\tana@example.org\tstudent'],
    ['semicolons', 'Ana Ruiz;ana@example.org;student'],
    ['the address first', 'ana@example.org,Ana Ruiz'],
    ['a heading', 'E-mail;Role;Name\nAna@Example.org;Student;Ana  Ruiz'],
    ['a byte order mark and empty lines', '\uFEFFname,email\n\n"Ana Ruiz", ana@example.org\n\n'],
  ])('is read with %s', (_, list) => {
    expect(read(list)).toEqual([['Ana Ruiz', 'ana@example.org', 'member']])
  })

  test('needs no name, and no role where others have one', () => {
    expect(read('ana@example.org\nBo,bo@example.org,guest')).toEqual([
      ['', 'ana@example.org', 'member'],
      ['Bo', 'bo@example.org', 'guest'],
    ])
  })

  test('knows the roles of a course', () => {
    expect(read('A,a@example.org,Teaching assistant\nB,b@example.org,INSTRUCTOR')).toEqual([
      ['A', 'a@example.org', 'assistant'],
      ['B', 'b@example.org', 'instructor'],
    ])
  })

  test('says what is wrong, line by line', () => {
    const list =
      'name,email,role\nA,a@example.org,king\nB,nowhere\nC,\nD,d@example.org\nE,D@example.org'
    expect(faults(list)).toEqual([
      { line: 2, fault: '“king” is no role here.' },
      { line: 3, fault: 'This is not an e-mail address.' },
      { line: 4, fault: 'There is no e-mail address.' },
      { line: 6, fault: 'The address of line 5 again.' },
    ])
    expect(faults('A,"a@example.org')[0]?.fault).toContain('quote')
  })

  test('has an end', () => {
    const many = Array.from({ length: LINES_MAXIMUM + 2 }, (_, n) => `p${n}@example.org`)
    expect(faults(many.join('\n'))[0]?.fault).toContain('up to 1000 lines')
    expect(faults(many.slice(2).join('\n'))).toEqual([])
  })
})
