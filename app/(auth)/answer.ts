import type { FormState } from '@/components/people/form-state'
import { PublicError, TooMany } from '@/lib/errors'

const FIELDS: Readonly<Record<string, string>> = {
  email: 'email',
  'email-taken': 'email',
  name: 'name',
  'password-short': 'password',
  'password-long': 'password',
}

/** Does what a form asks for. What is wrong is said at its field, and what was typed is kept, but for passwords. */
export async function answer(form: FormData, work: () => Promise<never>): Promise<FormState> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof PublicError)) throw error
    return { problem: wordsOf(error), field: FIELDS[error.code] ?? null, typed: typedIn(form) }
  }
}

// Somebody at a form wants to know how long; the words for programs leave that to a header.
function wordsOf(error: PublicError): string {
  if (!(error instanceof TooMany)) return error.message
  const seconds = error.retryAfter
  const wait =
    seconds < 60 ? counted(seconds, 'second') : counted(Math.ceil(seconds / 60), 'minute')
  return `That was too often. Nothing is lost or locked: wait ${wait}, then try again.`
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function typedIn(form: FormData): FormState['typed'] {
  return { email: text(form, 'email'), name: text(form, 'name') }
}

/** The text of a field; empty when it is missing or a file. */
export function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The one value of a part of an address's query; empty when it is missing. */
export function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
