import type { AssignmentDraft, DraftErrors } from './assignment-draft'

/** What each part of the form of an assignment is given. */
export type FormPart = {
  readonly draft: AssignmentDraft
  readonly errors: DraftErrors
  readonly timeZone: string
  readonly onChange: (change: Partial<AssignmentDraft>) => void
}
