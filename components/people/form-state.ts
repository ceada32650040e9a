/** What a form says after it was sent and not taken: what is wrong, at which field, and what had been typed. */
export type FormState = {
  readonly problem: string | null
  /** The name of the field that is wrong; null for the form as a whole. */
  readonly field: string | null
  readonly typed: Readonly<Record<string, string>>
}

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

export const UNSENT: FormState = { problem: null, field: null, typed: {} }
