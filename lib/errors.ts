// The errors that rules throw. Each has a stable code, which clients may switch on, and an HTTP status, which the API sends.
// Nobody else invents errors, and nobody catches one that he cannot mend.

export type ErrorDetails = Readonly<Record<string, unknown>>

/** An error that a person is told: the message says what happened and what to do. */
export abstract class PublicError extends Error {
  abstract readonly status: number
  readonly code: string
  /** Members added to the problem document beside the standard ones. */
  readonly details: ErrorDetails

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = new.target.name
    this.code = code
    this.details = details
  }
}

/** 404: it is not there, or this person may not know that it is. */
export class NotFound extends PublicError {
  readonly status = 404

  constructor(message = 'There is nothing here, or nothing that you may see.', code = 'not-found') {
    super(code, message)
  }
}

/** 403: visible, but not allowed. */
export class Forbidden extends PublicError {
  readonly status = 403

  constructor(message = 'You may see this but not change it.', code = 'forbidden') {
    super(code, message)
  }
}

/** 401: nobody is signed in, or the token is not good. */
export class Unauthenticated extends PublicError {
  readonly status = 401

  constructor(message = 'Sign in first.', code = 'unauthenticated') {
    super(code, message)
  }
}

/** 400: the request cannot be read: not JSON, too deep, of the wrong shape. */
export class Malformed extends PublicError {
  readonly status = 400
}

/** 422: readable, but it breaks a rule of what may be said. */
export class Invalid extends PublicError {
  readonly status = 422
}

/** 409: somebody else was quicker, or the thing is in another state. */
export class Conflict extends PublicError {
  readonly status = 409
}

/** 408: it came too slowly to go on waiting. */
export class Slow extends PublicError {
  readonly status = 408
}

/** 413: more than is taken at once. */
export class TooLarge extends PublicError {
  readonly status = 413
}

/** 429: too often. `retryAfter` is in whole seconds. */
export class TooMany extends PublicError {
  readonly status = 429
  readonly retryAfter: number

  constructor(
    retryAfter: number,
    message = 'That was too often. Nothing is lost: try again in a moment.',
  ) {
    super('too-many', message, { retryAfter })
    this.retryAfter = retryAfter
  }
}

/** 503: something that this server needs is away. */
export class Unavailable extends PublicError {
  readonly status = 503
}

/** 507: there is no room to save anything. */
export class Full extends PublicError {
  readonly status = 507
}
