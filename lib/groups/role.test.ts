import { expect, test } from 'vitest'
import { rolesIn, roleWord } from './role'

test('only a course has instructors and assistants', () => {
  expect(rolesIn('course')).toEqual([
    'owner',
    'instructor',
    'assistant',
    'moderator',
    'member',
    'guest',
  ])
  expect(rolesIn('team')).toEqual(['owner', 'moderator', 'member', 'guest'])
  expect(rolesIn('public')).toEqual(['owner', 'moderator', 'member', 'guest'])
})

test('a member of a course is a student', () => {
  expect(roleWord('member', 'course')).toBe('Student')
  expect(roleWord('member', 'team')).toBe('Member')
  expect(roleWord('owner', 'course')).toBe('Owner')
})
