// Errors as `application/problem+json` (RFC 9457), with the stable code of lib/errors.

import { ORPCError } from '@orpc/server'
import { RETRY_AFTER } from '@/lib/db/away-page'
import { databaseTrouble, type Trouble } from '@/lib/db/trouble'
import { Full, PublicError, TooMany, Unavailable } from '@/lib/errors'

export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly requestId: string
  readonly [member: string]: unknown
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Cannot be read',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not for this address',
  409: 'Conflict',
  408: 'Too slow',
  413: 'Too large',
  422: 'Not acceptable as it is',
  429: 'Too often',
  500: 'Our fault',
  503: 'Away for the moment',
  507: 'No room',
}

/** The response that tells of an error. Says nothing of errors that were not meant to be told, but their request id. */
export function problemResponse(error: unknown, requestId: string): Response {
  const told = toldFrom(error)
  const problem: Problem = {
    ...told.details,
    type: `about:blank#${told.code}`,
    title: TITLES[told.status] ?? 'Error',
    status: told.status,
    code: told.code,
    detail: told.message,
    requestId,
  }
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
  if (told.status === 503 || told.status === 507) headers.set('retry-after', String(RETRY_AFTER))
  if (error instanceof TooMany) headers.set('retry-after', String(error.retryAfter))
  return new Response(JSON.stringify(problem), { status: told.status, headers })
}

function toldOfTrouble(trouble: Trouble): PublicError {
  return trouble === 'full'
    ? new Full(
        'disk-full',
        'The disk of this server is full: nothing can be saved. What you wrote is kept in your browser. Tell whoever runs this server.',
      )
    : new Unavailable(
        'database-away',
        'The database does not answer. What you wrote is kept in your browser: try again in a moment.',
      )
}

type Told = Pick<PublicError, 'status' | 'code' | 'message' | 'details'>

function toldFrom(error: unknown): Told {
  if (error instanceof PublicError) return error
  if (error instanceof ORPCError) return toldFromRouter(error)
  const trouble = databaseTrouble(error)
  if (trouble !== null) return toldOfTrouble(trouble)
  return {
    status: 500,
    code: 'internal',
    message: 'Something went wrong on our side. Try again; if it stays, report the request id.',
    details: {},
  }
}

function toldFromRouter(error: ORPCError<string, unknown>): Told {
  if (error.cause instanceof PublicError) return error.cause
  if (error.code === 'BAD_REQUEST') {
    return {
      status: 422,
      code: 'invalid',
      message: 'Some of what was sent is missing or not as it must be. Nothing was saved.',
      details: { issues: issuesOf(error.data) },
    }
  }
  return {
    status: error.status,
    code: error.code.toLowerCase(),
    message: error.message,
    details: {},
  }
}

function issuesOf(data: unknown): readonly { path: string; message: string }[] {
  if (typeof data !== 'object' || data === null || !('issues' in data)) return []
  const { issues } = data
  if (!Array.isArray(issues)) return []
  return issues.slice(0, MOST_ISSUES).map((issue: { path?: unknown; message?: unknown }) => ({
    path: Array.isArray(issue.path) ? issue.path.join('.') : '',
    message: String(issue.message ?? ''),
  }))
}

const MOST_ISSUES = 20
