'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { notify } from '@/components/ui/toast'
import { ApiProblem } from '@/lib/api/client'
import { type GradeShape, gradeShape } from '@/lib/grading/contract'
import { gradingApi } from './grading-api'
import type { Levels } from './rubric-levels'

/** What stands in the form: as it is typed. */
export type GradeDraft = {
  readonly levels: Levels
  /** Points over what rubric and participation give; empty: none. */
  readonly points: string
  readonly comment: string
}

function draftOf({ levels, points, comment }: GradeShape): GradeDraft {
  return { levels, points: points === null ? '' : String(points), comment }
}

function isSame(one: GradeDraft, other: GradeDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/**
 * A grade while it is given. What is typed and not saved is kept in this browser until it is; when somebody else graded meanwhile, both are
 * kept: `theirs` is what is there now.
 */
export function useGrade(grade: GradeShape) {
  const router = useRouter()
  const [saved, setSaved] = useState(grade)
  const [draft, setDraft] = useState(() => draftOf(grade))
  const [theirs, setTheirs] = useState<GradeShape | null>(null)
  const [pending, setPending] = useState(false)
  const key = `colloquy-grade-${grade.assignmentId}-${grade.person.id}`
  const unsaved = !isSame(draft, draftOf(saved))
  const keptOnce = useRef(false)

  useEffect(() => {
    if (!keptOnce.current) {
      keptOnce.current = true
      const kept = readKept(key)
      if (kept) setDraft(kept)
      return
    }
    if (unsaved) sessionStorage.setItem(key, JSON.stringify(draft))
    else sessionStorage.removeItem(key)
  }, [draft, unsaved, key])

  async function save(): Promise<boolean> {
    const points = pointsIn(draft.points, saved.pointsPossible)
    if (points === undefined) {
      notify({ text: `Points are a number from 0 to ${saved.pointsPossible}. Nothing was saved.` })
      return false
    }
    setPending(true)
    try {
      const given = { levels: { ...draft.levels }, points, comment: draft.comment }
      const { assignmentId: id, person, version } = saved
      const next = await gradingApi.grading.give({ id, personId: person.id, version, ...given })
      sessionStorage.removeItem(key)
      setSaved(next)
      setDraft(draftOf(next))
      setTheirs(null)
      router.refresh()
      return true
    } catch (error) {
      const current = currentIn(error)
      if (current) setTheirs(current)
      notify({ text: error instanceof Error ? error.message : 'That did not work.' })
      return false
    } finally {
      setPending(false)
    }
  }

  return {
    saved,
    draft,
    unsaved,
    pending,
    theirs,
    change: (part: Partial<GradeDraft>) => setDraft((before) => ({ ...before, ...part })),
    save,
    /** What somebody else saved replaces what is typed here. */
    takeTheirs: () => {
      if (!theirs) return
      setSaved(theirs)
      setDraft(draftOf(theirs))
      setTheirs(null)
    },
    /** What is typed here goes over it with the next saving. */
    keepMine: () => {
      if (theirs) setSaved(theirs)
      setTheirs(null)
    },
  }
}

/** The points in a field: null for none, undefined for what is no such number. */
function pointsIn(typed: string, most: number): number | null | undefined {
  if (typed.trim() === '') return null
  const value = Number(typed.replace(',', '.'))
  return value >= 0 && value <= most ? value : undefined
}

function currentIn(error: unknown): GradeShape | null {
  if (!(error instanceof ApiProblem) || error.code !== 'stale') return null
  return gradeShape.safeParse(error.details.current).data ?? null
}

function readKept(key: string): GradeDraft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

function isDraft(kept: unknown): kept is GradeDraft {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'levels' in kept &&
    'points' in kept &&
    'comment' in kept
  )
}
