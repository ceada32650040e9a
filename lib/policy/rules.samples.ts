// What the words of the permission matrix mean: its columns as actors, its states as facts.

import {
  type Actor,
  ANONYMOUS,
  type GroupRole,
  NOTHING_WITHHELD,
  SESSION_SCOPES,
  type SignedIn,
} from './actor'
import type {
  Ability,
  AnnotationFacts,
  AssetFacts,
  Facts,
  GroupFacts,
  ReadingFacts,
  ThreadFacts,
} from './facts'

const TEAM: GroupFacts = { id: 'group', kind: 'team', deletedAt: null }
const COURSE: GroupFacts = { ...TEAM, kind: 'course' }
const OPEN: GroupFacts = { ...TEAM, kind: 'public' }
export const GONE = new Date(0)
const ASSIGNED = { group: COURSE, publishedAt: GONE, closedAt: null }

export function member(personId: string, role: GroupRole | null): SignedIn {
  return {
    kind: 'signed-in',
    personId,
    name: personId,
    adminSince: null,
    memberships: new Map(role === null ? [] : [['group', role]]),
    withheld: NOTHING_WITHHELD,
    scopes: SESSION_SCOPES,
  }
}

export const COLUMNS: Readonly<Record<string, Actor>> = {
  G: ANONYMOUS,
  S: member('stranger', null),
  g: member('guest of the group', 'guest'),
  m: member('member', 'member'),
  d: member('moderator', 'moderator'),
  i: member('instructor', 'instructor'),
  o: member('owner', 'owner'),
  a: member('author', 'member'),
}

function reading(facts: Partial<ReadingFacts> = {}): ReadingFacts {
  return {
    ownerId: 'author',
    visibility: 'group',
    deletedAt: null,
    shelves: [{ group: TEAM }],
    ...facts,
  }
}

export function note(facts: Partial<AnnotationFacts> = {}): AnnotationFacts {
  return {
    authorId: 'author',
    visibility: 'group',
    group: TEAM,
    assignmentId: null,
    homeSectionId: null,
    circleId: null,
    deletedAt: null,
    deletedById: null,
    decisionId: null,
    thread: { replyCount: 0 },
    // Owned by nobody of the matrix, so that a right never comes from owning the reading.
    reading: reading({ ownerId: 'somebody else' }),
    ...facts,
  }
}

const OPEN_READING = reading({ ownerId: 'somebody else', visibility: 'public' })

function thread(
  annotation: AnnotationFacts | null,
  claim: ThreadFacts['claim'] = null,
): ThreadFacts {
  return { lockedAt: null, annotation, claim }
}

function reply(annotation: AnnotationFacts, deletedById: string | null = null): Facts['reply.see'] {
  return {
    authorId: 'author',
    deletedAt: deletedById === null ? null : GONE,
    deletedById,
    decisionId: null,
    inDebate: false,
    thread: thread(annotation),
  }
}

function version(annotation: AnnotationFacts): Facts['version.see'] {
  return { authorId: 'author', inDebate: false, thread: thread(annotation) }
}

const SHELVED_OPEN_READING = { ...OPEN_READING, shelves: [{ group: TEAM }] }
const OFF_THE_SHELF = { reading: { ...OPEN_READING, shelves: [] }, group: TEAM }
const DEBATE = { reading: reading({ ownerId: 'somebody else' }), group: TEAM }
const TOLD = { isOpenQuestion: false, debate: DEBATE }
const PRIVATE_IN_DEBATE = thread(note({ visibility: 'private' }), TOLD)

function claim(facts: Partial<Facts['claim.see']> = {}): Facts['claim.see'] {
  return { authorId: 'author', isThesis: false, withdrawnAt: null, debate: DEBATE, ...facts }
}

const HIDDEN = { deletedAt: GONE, deletedById: 'moderator', decisionId: 'decision' }

function about(authorId: string, authorRole: GroupRole): Facts['review.decide'] {
  return { group: TEAM, authorId, authorRole, decidedById: null, deciderRole: null }
}

const membership = (personId: string, role: GroupRole) => ({ group: TEAM, personId, role })

function picture(...readings: ReadingFacts[]): AssetFacts {
  return {
    uploads: [{ personId: 'nobody of the matrix' }],
    uses: readings.map((one) => ({ reading: one })),
  }
}

// What each `when` of the matrix means, as a thing.
export const THINGS: Readonly<Record<string, Facts[Ability]>> = {
  'a group reading of a team': reading({ ownerId: 'somebody else' }),
  'a public reading': OPEN_READING,
  'a private reading of the author': reading({ visibility: 'private' }),
  'a deleted reading': reading({ deletedAt: GONE, visibility: 'public' }),
  'a group reading of a public group': reading({ ownerId: 'x', shelves: [{ group: OPEN }] }),
  'a group reading of the author': reading(),
  'in no group': { group: null },
  'in a team': { group: TEAM },
  'in a course': { group: COURSE },
  'a public reading in a team': { reading: OPEN_READING, group: TEAM },
  'a public reading in a course': { reading: OPEN_READING, group: COURSE },
  'a picture in a group reading of a team': picture(reading({ ownerId: 'somebody else' })),
  'a picture in a public reading': picture(OPEN_READING),
  'a picture in a deleted reading': picture(reading({ deletedAt: GONE, visibility: 'public' })),
  'a picture that the author brought, in no reading': {
    uploads: [{ personId: 'author' }],
    uses: [],
  },
  'for no reading yet': { reading: null },
  'for a group reading of the author': { reading: reading() },
  'a group note': note(),
  'a group note on a reading of the member': note({ reading: reading({ ownerId: 'member' }) }),
  'a private note': note({ visibility: 'private' }),
  'a public note on a group reading': note({ visibility: 'public' }),
  'a public note on a public reading': note({ visibility: 'public', reading: OPEN_READING }),
  'a public note on a public reading, in the group': note({
    visibility: 'public',
    reading: OPEN_READING,
  }),
  'the thread of a group note': thread(note()),
  'the thread of a private note': thread(note({ visibility: 'private' })),
  'the thread of a public note outside groups': thread(
    note({ visibility: 'public', reading: OPEN_READING, group: null }),
  ),
  'the thread of a claim': thread(null, TOLD),
  'the thread of a question': thread(null, { isOpenQuestion: true, debate: DEBATE }),
  'the thread of a claim off the shelf': thread(null, {
    isOpenQuestion: false,
    debate: OFF_THE_SHELF,
  }),
  'the thread of a question off the shelf': thread(null, {
    isOpenQuestion: true,
    debate: OFF_THE_SHELF,
  }),
  'the thread of a private note in a debate': PRIVATE_IN_DEBATE,
  'the thread of a public note in a debate': thread(
    note({ visibility: 'public', reading: OPEN_READING }),
    { isOpenQuestion: false, debate: { reading: SHELVED_OPEN_READING, group: TEAM } },
  ),
  'a deleted note without replies': note({ deletedAt: GONE, deletedById: 'author' }),
  'a deleted note with replies': note({ deletedAt: GONE, thread: { replyCount: 1 } }),
  'a note deleted by its author': note({
    deletedAt: GONE,
    deletedById: 'author',
    thread: { replyCount: 1 },
  }),
  'a note deleted by the moderator': note({
    deletedAt: GONE,
    deletedById: 'moderator',
    thread: { replyCount: 1 },
  }),
  'a hidden note': note(HIDDEN),
  'a hidden note with replies': note({ ...HIDDEN, thread: { replyCount: 1 } }),
  'a hidden reply': { ...reply(note(), 'moderator'), decisionId: 'decision' },
  'a locked thread': { ...thread(note()), lockedAt: GONE },
  'an item about the author': about('author', 'member'),
  'an item about the moderator': about('moderator', 'moderator'),
  'an item about the owner': about('owner', 'owner'),
  'an appeal, decided by the moderator': {
    ...about('author', 'member'),
    decidedById: 'moderator',
    deciderRole: 'moderator',
  },
  'an appeal, decided by the owner': {
    ...about('author', 'member'),
    decidedById: 'owner',
    deciderRole: 'owner',
  },
  'an open log': { group: TEAM, isOpen: true },
  'a log that is kept': { group: TEAM, isOpen: false },
  'the place of the member': membership('member', 'member'),
  'the place of the moderator': membership('moderator', 'moderator'),
  'for the group, on its shelf': { reading: OPEN_READING, group: TEAM, visibility: 'group' },
  'for the group, not on its shelf': {
    reading: { ...OPEN_READING, shelves: [] },
    group: TEAM,
    visibility: 'group',
  },
  'for everyone, on a public reading': { reading: OPEN_READING, group: null, visibility: 'public' },
  'on a group note': reply(note()),
  'on a private note': reply(note({ visibility: 'private' })),
  'a version of a note that was private then': version(note({ visibility: 'private' })),
  'a version of a public note': version(note({ visibility: 'public', reading: OPEN_READING })),
  'a private version of a note in a debate': {
    ...version(note({ visibility: 'private' })),
    thread: PRIVATE_IN_DEBATE,
  },
  'a reply in the debate on a public note': {
    ...reply(note({ visibility: 'public', reading: OPEN_READING })),
    inDebate: true,
    thread: thread(note({ visibility: 'public', reading: OPEN_READING }), {
      isOpenQuestion: false,
      debate: { reading: OPEN_READING, group: TEAM },
    }),
  },
  'a reply on a public note': reply(note({ visibility: 'public', reading: OPEN_READING })),
  'a reply deleted by the moderator': reply(note(), 'moderator'),
  'a debate of a team': DEBATE,
  'a debate of a public group': {
    reading: reading({ ownerId: 'x', shelves: [{ group: OPEN }] }),
    group: OPEN,
  },
  'a debate of a public group on a private reading': {
    reading: reading({ ownerId: 'x', visibility: 'private', shelves: [{ group: OPEN }] }),
    group: OPEN,
  },
  'a debate off the shelf': OFF_THE_SHELF,
  'a claim of the author': claim(),
  'a thesis of the author': claim({ isThesis: true }),
  'a withdrawn claim of the author': claim({ withdrawnAt: GONE }),
  'evidence of the member': { addedById: 'member', claim: claim() },
  'a question, having given': { debate: DEBATE, hasGiven: true, settled: false },
  'a question, without having given': { debate: DEBATE, hasGiven: false, settled: false },
  'a settled question': { debate: DEBATE, hasGiven: false, settled: true },
  'a change by the author': { debate: DEBATE, madeById: 'author' },
  'votes, having voted': { debate: DEBATE, hasVoted: true, showsVoters: false },
  'votes, without having voted': { debate: DEBATE, hasVoted: false, showsVoters: true },
  'votes with names, having voted': { debate: DEBATE, hasVoted: true, showsVoters: true },
  'a draft': { group: COURSE, publishedAt: null, closedAt: null },
  'an assignment': { group: COURSE, publishedAt: GONE, closedAt: null },
  'a closed assignment': { group: COURSE, publishedAt: GONE, closedAt: GONE },
  'an assignment of a deleted course': {
    group: { ...COURSE, deletedAt: GONE },
    publishedAt: GONE,
    closedAt: null,
  },
  'work of the author': { personId: 'author', assignment: ASSIGNED },
  'the pseudonym of the author': { personId: 'author', assignment: ASSIGNED },
  'a draft of a grade of the author': {
    personId: 'author',
    assignment: ASSIGNED,
    releasedAt: null,
  },
  'a released grade of the author': {
    personId: 'author',
    assignment: ASSIGNED,
    releasedAt: GONE,
  },
  'a released grade in a draft': {
    personId: 'author',
    assignment: { group: COURSE, publishedAt: null, closedAt: null },
    releasedAt: GONE,
  },
  'a course': COURSE,
  'a note of an assignment': note({ assignmentId: 'assignment' }),
  'a team': TEAM,
  'a public group': OPEN,
  'a deleted team': { ...TEAM, deletedAt: GONE },
  'at all': null,
  'at all, signed in': null,
  "the author's own": { personId: 'author' },
  'as member': membership('new', 'member'),
  'as moderator': membership('new', 'moderator'),
  'as owner': membership('new', 'owner'),
  'of a member': membership('somebody', 'member'),
  'of the author, a member': membership('author', 'member'),
  'of another owner': membership('another', 'owner'),
}
