import { oc } from '@orpc/contract'
import * as z from 'zod'
import { momentShape } from '@/lib/api/shapes'

const tags = ['People']

const feedShape = z.object({ createdAt: momentShape })

export const calendarContract = {
  get: oc
    .route({
      method: 'GET',
      path: '/me/calendar',
      summary: 'Whether your calendar has a secret address',
      tags,
    })
    .output(z.object({ feed: feedShape.nullable() })),
  open: oc
    .route({
      method: 'POST',
      path: '/me/calendar',
      successStatus: 201,
      summary: 'Make a secret address for your calendar; an earlier one works no more',
      tags,
    })
    .output(
      feedShape.extend({
        /** The path on this server; shown once. */
        path: z.string(),
      }),
    ),
  close: oc.route({
    method: 'DELETE',
    path: '/me/calendar',
    successStatus: 204,
    summary: 'Take the secret address of your calendar back',
    tags,
  }),
}
