'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { notify } from '@/components/ui/toast'
import { ApiProblem } from '@/lib/api/client'
import { type AssignmentShape, assignmentShape } from '@/lib/assignments/contract'
import {
  type AssignmentDraft,
  type DraftErrors,
  draftOf,
  type Terms,
  termsOf,
} from './assignment-draft'
import { assignmentsApi } from './assignments-api'

const NO_ERRORS: DraftErrors = {}

export type FormStart = {
  readonly groupId: string
  readonly readingId: string
  readonly timeZone: string
  /** Null for a new one. */
  readonly assignment: AssignmentShape | null
  readonly draft: AssignmentDraft
}

/**
 * The form of an assignment while it is filled in. What is typed stays until it is saved, whatever goes wrong; when somebody else saved
 * meanwhile, both are kept: `theirs` is what is there now.
 */
export function useAssignmentForm(start: FormStart) {
  const router = useRouter()
  const [draft, setDraft] = useState(start.draft)
  const [saved, setSaved] = useState(start.draft)
  const [version, setVersion] = useState(start.assignment?.version ?? null)
  const [errors, setErrors] = useState(NO_ERRORS)
  const [theirs, setTheirs] = useState<AssignmentShape | null>(null)
  const [pending, setPending] = useState(false)
  useUnsavedWarning(draft !== saved)

  async function stored(terms: Terms): Promise<AssignmentShape> {
    const { assignments } = assignmentsApi
    if (start.assignment === null || version === null) {
      return assignments.create({ id: start.groupId, readingId: start.readingId, ...terms })
    }
    const { names: _, ...changes } = terms
    return assignments.edit({ id: start.assignment.id, version, ...changes })
  }

  async function save(): Promise<void> {
    const { terms, errors: faults } = termsOf(draft, start.timeZone)
    setErrors(faults ?? NO_ERRORS)
    if (terms === null) {
      notify({ text: 'Something in the form is not right yet. Nothing was saved.' })
      return
    }
    setPending(true)
    try {
      const { id } = await stored(terms)
      setSaved(draft)
      setTheirs(null)
      router.push(`/assignments/${id}`)
      router.refresh()
    } catch (error) {
      const current = currentIn(error)
      if (current) setTheirs(current)
      notify({ text: error instanceof Error ? error.message : 'That did not work.' })
    } finally {
      setPending(false)
    }
  }

  return {
    draft,
    errors,
    pending,
    theirs: theirs && { assignment: theirs, draft: draftOf(theirs) },
    isSaved: draft === saved,
    change: (part: Partial<AssignmentDraft>) => setDraft((before) => ({ ...before, ...part })),
    save: () => void save(),
    /** What is typed goes over what somebody else saved. */
    overwrite: () => {
      if (theirs) setVersion(theirs.version)
      setTheirs(null)
    },
  }
}

function currentIn(error: unknown): AssignmentShape | null {
  if (!(error instanceof ApiProblem) || error.code !== 'stale') return null
  return assignmentShape.safeParse(error.details.current).data ?? null
}

function useUnsavedWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [unsaved])
}
