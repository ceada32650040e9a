import { oc } from '@orpc/contract'
import * as z from 'zod'
import { idShape, momentShape, nameInput, pageOf, pageQuery } from '@/lib/api/shapes'
import { settingsShape } from './settings'

const byId = z.strictObject({ id: idShape })
const tags = ['People']

export const meShape = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  hasPassword: z.boolean(),
  isAdmin: z.boolean(),
  settings: settingsShape,
})
export type MeShape = z.infer<typeof meShape>

export const sessionShape = z.object({
  id: z.string(),
  userAgent: z.string(),
  address: z.string(),
  createdAt: momentShape,
  lastUsedAt: momentShape,
  current: z.boolean(),
})
export type SessionShape = z.infer<typeof sessionShape>

export const tokenShape = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: momentShape,
  lastUsedAt: momentShape.nullable(),
  expiresAt: momentShape.nullable(),
})
export type TokenShape = z.infer<typeof tokenShape>

export const personRowShape = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  isAdmin: z.boolean(),
  disabledAt: momentShape.nullable(),
  createdAt: momentShape,
})
export type PersonRowShape = z.infer<typeof personRowShape>

export const peopleContract = {
  me: oc.route({ method: 'GET', path: '/me', summary: 'Who you are', tags }).output(meShape),
  rename: oc
    .route({ method: 'PATCH', path: '/me', summary: 'Change your name', tags })
    .input(z.strictObject({ name: z.string().max(200) }))
    .output(meShape),
  updateSettings: oc
    .route({ method: 'PATCH', path: '/me/settings', summary: 'Change how you like to read', tags })
    .input(settingsShape.partial())
    .output(settingsShape),
  changePassword: oc
    .route({
      method: 'PUT',
      path: '/me/password',
      successStatus: 204,
      summary: 'Change your password; every other session ends',
      tags,
    })
    .input(z.strictObject({ current: z.string().max(4096), next: z.string().max(4096) })),
  sessions: oc
    .route({ method: 'GET', path: '/me/sessions', summary: 'Where you are signed in', tags })
    .output(z.object({ items: z.array(sessionShape), nextCursor: z.null() })),
  endSession: oc
    .route({
      method: 'DELETE',
      path: '/me/sessions/{id}',
      successStatus: 204,
      summary: 'End a session',
      tags,
    })
    .input(byId),
  endOtherSessions: oc.route({
    method: 'DELETE',
    path: '/me/sessions',
    successStatus: 204,
    summary: 'End every session but this one',
    tags,
  }),
  tokens: oc
    .route({ method: 'GET', path: '/me/tokens', summary: 'Your API tokens', tags })
    .output(z.object({ items: z.array(tokenShape), nextCursor: z.null() })),
  createToken: oc
    .route({
      method: 'POST',
      path: '/me/tokens',
      successStatus: 201,
      summary: 'Make an API token; its secret is shown this once',
      tags,
    })
    .input(
      z.strictObject({
        name: nameInput(100),
        scopes: z.array(z.enum(['read', 'write'])).min(1),
        expiresAt: momentShape.nullable().optional(),
      }),
    )
    .output(z.object({ id: z.string(), secret: z.string() })),
  revokeToken: oc
    .route({
      method: 'DELETE',
      path: '/me/tokens/{id}',
      successStatus: 204,
      summary: 'Revoke an API token',
      tags,
    })
    .input(byId),
  list: oc
    .route({ method: 'GET', path: '/people', summary: 'Everybody, for administrators', tags })
    .input(z.strictObject({ ...pageQuery, q: z.string().max(100).optional() }))
    .output(pageOf(personRowShape)),
  disable: oc
    .route({
      method: 'PUT',
      path: '/people/{id}/disabling',
      successStatus: 204,
      summary: 'Disable a person, who is out at once',
      tags,
    })
    .input(byId),
  enable: oc
    .route({
      method: 'DELETE',
      path: '/people/{id}/disabling',
      successStatus: 204,
      summary: 'Let a disabled person in again',
      tags,
    })
    .input(byId),
}
