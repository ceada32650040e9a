// Roles and kinds of groups: what they are called and which there are to give.

import type { GroupRole } from '@/lib/policy/actor'
import type { GroupKind } from '@/lib/policy/facts'

export const GROUP_KINDS = ['team', 'course', 'public'] as const satisfies readonly GroupKind[]
export const GROUP_ROLES = [
  'owner',
  'instructor',
  'assistant',
  'moderator',
  'member',
  'guest',
] as const satisfies readonly GroupRole[]

const KIND_WORDS: Readonly<Record<GroupKind, string>> = {
  team: 'Team',
  course: 'Course',
  public: 'Public',
}

const ROLE_WORDS: Readonly<Record<GroupRole, string>> = {
  owner: 'Owner',
  instructor: 'Instructor',
  assistant: 'Assistant',
  moderator: 'Moderator',
  member: 'Member',
  guest: 'Guest',
}

const ROLE_MEANINGS: Readonly<Record<GroupRole, string>> = {
  owner: 'keeps the group: its name, people, roles and shelf',
  instructor: 'leads the course: its shelf, invitations and notes out of place',
  assistant: 'helps to lead the course: assignments, grading and notes out of place',
  moderator: 'keeps order: invitations and notes out of place',
  member: 'reads and writes',
  guest: 'reads along without writing',
}

/** What a kind of group is called. */
export function kindWord(kind: GroupKind): string {
  return KIND_WORDS[kind]
}

/** What a role is called: a member of a course is a student. */
export function roleWord(role: GroupRole, kind: GroupKind): string {
  return role === 'member' && kind === 'course' ? 'Student' : ROLE_WORDS[role]
}

/** What a role may do, in half a sentence. */
export function roleMeaning(role: GroupRole): string {
  return ROLE_MEANINGS[role]
}

/** The roles that make sense in a kind of group, highest first: only a course has instructors and assistants. */
export function rolesIn(kind: GroupKind): readonly GroupRole[] {
  const ofCourses: readonly GroupRole[] = ['instructor', 'assistant']
  return GROUP_ROLES.filter((role) => kind === 'course' || !ofCourses.includes(role))
}
