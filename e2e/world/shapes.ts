import * as z from 'zod'

// What a journey may ask the maker for, and what it gets. The two speak by messages, so both parse.

const wishes = {
  person: z.strictObject({ name: z.string(), password: z.string().optional() }),
  group: z.strictObject({
    name: z.string(),
    kind: z.enum(['team', 'course', 'public']),
    members: z.array(
      z.strictObject({
        personId: z.string(),
        role: z.enum(['owner', 'instructor', 'moderator', 'member', 'guest']),
      }),
    ),
  }),
  membership: z.strictObject({ personId: z.string(), groupId: z.string() }),
  reading: z.strictObject({
    title: z.string(),
    ownerId: z.string(),
    groupIds: z.array(z.string()),
    visibility: z.enum(['private', 'group', 'public']),
    markdown: z.string().optional(),
  }),
}

const made = {
  /** With all that proves who he is: a cookie for a browser, a header for the API. */
  person: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    cookie: z.object({ name: z.string(), value: z.string() }),
    authorization: z.string(),
  }),
  group: z.object({ id: z.string(), name: z.string(), slug: z.string() }),
  reading: z.object({ id: z.string(), title: z.string(), slug: z.string(), text: z.string() }),
}

export const wishShape = z.discriminatedUnion('make', [
  z.strictObject({ turn: z.number(), make: z.literal('person'), with: wishes.person }),
  z.strictObject({ turn: z.number(), make: z.literal('group'), with: wishes.group }),
  z.strictObject({
    turn: z.number(),
    make: z.literal('membership'),
    with: wishes.membership,
  }),
  z.strictObject({ turn: z.number(), make: z.literal('reading'), with: wishes.reading }),
])

export const answerShape = z.union([
  z.object({ turn: z.number(), made: z.unknown() }),
  z.object({ turn: z.number(), problem: z.string() }),
])

export const madeShapes = made
export type PersonWish = z.infer<typeof wishes.person>
export type GroupWish = z.infer<typeof wishes.group>
export type MembershipWish = z.infer<typeof wishes.membership>
export type ReadingWish = z.infer<typeof wishes.reading>
export type Person = z.infer<typeof made.person>
export type Group = z.infer<typeof made.group>
export type Reading = z.infer<typeof made.reading>
