import { oc } from '@orpc/contract'
import * as z from 'zod'
import {
  idShape,
  momentShape,
  pageOf,
  pageQuery,
  personShape,
  timeZoneInput,
} from '@/lib/api/shapes'
import { messageShape } from '@/lib/events/message'

export const notificationShape = z.object({
  id: z.string(),
  kind: z.string(),
  subjectId: z.string(),
  reading: z.object({ id: z.string(), slug: z.string(), title: z.string() }).nullable(),
  group: z.object({ id: z.string(), slug: z.string(), name: z.string() }).nullable(),
  /** Who did it; null for the server. */
  actor: personShape.nullable(),
  /** The conversation, which has the id of the note or claim that it is about, and the reply in it. */
  threadId: z.string().nullable(),
  replyId: z.string().nullable(),
  /** The first words of the post, as they are now. */
  excerpt: z.string(),
  /** What the conversation is about: the passage, or the claim. */
  about: z.string(),
  sectionId: z.string().nullable(),
  /** The conversation is about a claim of a debate, not about a note. */
  onClaim: z.boolean(),
  particulars: z.record(z.string(), z.union([z.string(), z.number()])),
  createdAt: momentShape,
  readAt: momentShape.nullable(),
})
export type NotificationShape = z.infer<typeof notificationShape>

/** What travels on the live line of a person: that what they are told has changed. How, is asked. */
export const noticesMessage = messageShape('notices', z.object({}))

export const WATCH_KINDS = ['reading', 'section', 'thread', 'debate', 'person'] as const
export type WatchKind = (typeof WATCH_KINDS)[number]
export const watchLevelShape = z.enum(['watching', 'muted'])
export type WatchLevel = z.infer<typeof watchLevelShape>

const hourShape = z.number().int().min(0).max(23)

export const notificationSettingsShape = z.strictObject({
  /** Mentions and direct answers by mail at once. */
  mailsAtOnce: z.boolean(),
  digest: z.enum(['off', 'daily', 'weekly']),
  digestHour: hourShape,
  /** 1 Monday to 7 Sunday. */
  digestDay: z.number().int().min(1).max(7),
  /** IANA. */
  timeZone: timeZoneInput,
  /** Hours between which no mail goes out; null: none. */
  quietFrom: hourShape.nullable(),
  quietTo: hourShape.nullable(),
  /** How much of a group, by its id; what concerns one where nothing is said. */
  levels: z.record(z.string().max(64), z.enum(['all', 'mine', 'none'])),
})
export type NotificationSettings = z.infer<typeof notificationSettingsShape>

/** How somebody is told who never said how. */
export const DEFAULT_SETTINGS: NotificationSettings = {
  mailsAtOnce: true,
  digest: 'daily',
  digestHour: 8,
  digestDay: 1,
  timeZone: 'UTC',
  quietFrom: null,
  quietTo: null,
  levels: {},
}

/** The settings in a row that was kept, or the defaults. */
export function settingsFrom(kept: object | null): NotificationSettings {
  if (kept === null) return DEFAULT_SETTINGS
  const known = Object.entries(kept).filter(([key]) => key in DEFAULT_SETTINGS)
  const parsed = notificationSettingsShape.safeParse(Object.fromEntries(known))
  return parsed.data ?? DEFAULT_SETTINGS
}

/** What one is told, sorted by what it is to oneself. */
export const NOTICE_VIEWS = ['mentions', 'replies', 'threads', 'assignments', 'other'] as const
export type NoticeView = (typeof NOTICE_VIEWS)[number]

const listQuery = z.strictObject({
  ...pageQuery,
  view: z.enum(NOTICE_VIEWS).optional(),
  groupId: idShape.optional(),
  unread: z.stringbool().optional(),
})
export type NoticeListQuery = z.infer<typeof listQuery>

export const unreadShape = z.object({
  unread: z.number(),
  /** The same, by view and by group. */
  unreadBy: z.object({
    views: z.partialRecord(z.enum(NOTICE_VIEWS), z.number()),
    groups: z.record(z.string(), z.number()),
  }),
})
export type Unread = z.infer<typeof unreadShape>

const watched = { kind: z.enum(WATCH_KINDS), id: idShape }

const tags = ['Notifications']

export const notificationContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/notifications',
      summary: 'What you are told, newest first, and how much of it you have not read',
      tags,
    })
    .input(listQuery)
    .output(pageOf(notificationShape).extend(unreadShape.shape)),
  markRead: oc
    .route({
      method: 'PUT',
      path: '/notifications/{id}/read-mark',
      successStatus: 204,
      summary: 'You have read this',
      tags,
    })
    .input(z.strictObject({ id: idShape })),
  markAllRead: oc
    .route({
      method: 'PUT',
      path: '/notifications/read-mark',
      successStatus: 204,
      summary: 'You have read everything up to this one',
      tags,
    })
    .input(z.strictObject({ upTo: idShape })),
  settings: oc
    .route({
      method: 'GET',
      path: '/me/notification-settings',
      summary: 'How you are told, and what you watch or muted',
      tags,
    })
    .output(
      notificationSettingsShape.extend({
        watches: z.array(z.object({ kind: z.string(), id: z.string(), level: z.string() })),
      }),
    ),
  set: oc
    .route({
      method: 'PUT',
      path: '/me/notification-settings',
      summary: 'Change how you are told; what you leave out stays',
      tags,
    })
    .input(notificationSettingsShape.partial())
    .output(notificationSettingsShape),
  watch: oc
    .route({
      method: 'PUT',
      path: '/watches/{kind}/{id}',
      successStatus: 204,
      summary: 'Watch this, or mute it',
      tags,
    })
    .input(z.strictObject({ ...watched, level: watchLevelShape.default('watching') })),
  unwatch: oc
    .route({
      method: 'DELETE',
      path: '/watches/{kind}/{id}',
      successStatus: 204,
      summary: 'Neither watch nor mute this',
      tags,
    })
    .input(z.strictObject(watched)),
}
