import { describe, expect, test } from 'vitest'
import { invitationIn, localPath } from './local-path'

describe('where one is led after signing in', () => {
  test.each([
    ['/', '/'],
    ['/readings/a?group=b#note-c', '/readings/a?group=b#note-c'],
    ['/groups/%C5%82aw', '/groups/%C5%82aw'],
    ['/a/../b', '/b'],
  ])('%s is a page of this site', (value, path) => {
    expect(localPath(value)).toBe(path)
  })

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '///elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example/',
    '/..//elsewhere.example/',
    '/.//elsewhere.example',
    'javascript:alert(1)',
    'readings/a',
    '',
    `/${'a'.repeat(3_000)}`,
    null,
    undefined,
  ])('%j leads to the library instead', (value) => {
    expect(localPath(value)).toBe('/')
  })
})

test('the invitation that one comes from is known by its path alone', () => {
  expect(invitationIn('/join/ABCDE-12345')).toBe('ABCDE-12345')
  expect(invitationIn('/join')).toBeNull()
  expect(invitationIn('/join/ABCDE/more')).toBeNull()
})
