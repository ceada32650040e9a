import { describe, expect, test } from 'vitest'
import { readCircles } from './circle-list'

const people = [
  { id: 'u', name: 'Una Ruiz' },
  { id: 'd', name: 'Dos, the Younger' },
  { id: 't', name: 'Łucja' },
  { id: 'x', name: 'Same Name' },
  { id: 'y', name: 'Same Name' },
]

describe('circles from a list', () => {
  test('are read with commas, semicolons or tabs, quotes and a heading', () => {
    const circles = [
      { name: 'One', members: ['u', 'd'] },
      { name: 'Two', members: ['t'] },
    ]
    expect(
      readCircles('Name,Circle\nuna ruiz, One\n"Dos, the Younger",One\nłucja,Two\n', people),
    ).toEqual({ circles, faults: [] })
    expect(readCircles('Una Ruiz\tOne\r\nDos, the Younger\tOne\r\nŁucja\tTwo', people)).toEqual({
      circles,
      faults: [],
    })
    expect(readCircles('Una Ruiz;One\n', people).circles).toEqual([{ name: 'One', members: ['u'] }])
  })

  test.each([
    ['Nobody,One', 'Line 1: nobody called “Nobody” is a student of this course.'],
    ['Same Name,One', 'Line 1: several students are called “Same Name”. Place them by hand.'],
    ['Una Ruiz,', 'Line 1: no circle is named for “Una Ruiz”.'],
    ['Una Ruiz,One\nUna Ruiz,Two', 'Line 2: “Una Ruiz” stands twice.'],
    ['"Una,One', 'This is no list: a quote is not closed.'],
  ])('%j is told what is wrong', (list, fault) => {
    expect(readCircles(list, people).faults).toEqual([fault])
  })
})
