import type { AssignmentShape } from '@/lib/assignments/contract'
import { type AssignmentDraft, readDraft } from './assignment-draft'
import type { ShownAssignment } from './student-view'
import type { FormSection } from './text-part'

/** What a student who has written nothing yet would see of a form. */
export function previewed(
  draft: AssignmentDraft,
  sections: readonly FormSection[],
  timeZone: string,
): ShownAssignment {
  const { terms } = readDraft(draft, timeZone)
  return asNewStudent({
    ...terms,
    timeZone,
    seenAs: null,
    steps: terms.steps.map((step) =>
      step.kind === 'write-first' ? step : { ...step, from: step.from ?? null },
    ),
    sections: sections
      .filter(({ id }) => terms.sectionIds.includes(id))
      .map(({ id, title }) => ({
        id,
        title,
        prompt: terms.prompts[id] ?? '',
        open: true,
        ownNotes: 0,
        notesNeeded: 0,
      })),
    audience: 'class',
    circle: null,
  })
}

/** An assignment as a student who has written nothing yet sees it. */
export function asNewStudent<Shown extends Shape>(assignment: Shown): Shown {
  const { steps, sections } = assignment
  const first = steps.find((step) => step.kind === 'write-first')
  return {
    ...assignment,
    sections: sections.map((section) => ({
      ...section,
      open: first === undefined,
      ownNotes: 0,
      notesNeeded: first?.notes ?? 0,
    })),
    audience: steps.some(({ kind }) => kind === 'circle') ? 'circle' : 'class',
    circle: null,
  }
}

type Shape = Pick<AssignmentShape, 'steps' | 'sections' | 'audience' | 'circle'>
