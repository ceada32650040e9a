'use client'

import type { FormEvent } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { ConflictNotice } from './conflict-notice'
import { DatesPart } from './dates-part'
import { NamesPart } from './names-part'
import { ParticipationPart } from './participation-part'
import { previewed } from './previewed'
import { StepsPart } from './steps-part'
import { StudentView } from './student-view'
import { type FormSection, TextPart } from './text-part'
import { type FormStart, useAssignmentForm } from './use-assignment-form'

/** Sets an assignment up or changes it, beside what a student would see of it. */
export function AssignmentForm({
  start,
  sections,
  cancelHref,
}: {
  readonly start: FormStart
  readonly sections: readonly FormSection[]
  readonly cancelHref: string
}) {
  const { timeZone } = start
  const form = useAssignmentForm(start)
  const { draft, errors, theirs } = form
  const part = { draft, errors, timeZone, onChange: form.change }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    form.save()
  }
  return (
    <form className="assignment-form" onSubmit={submit} noValidate>
      <div className="assignment-form-parts">
        {theirs && (
          <ConflictNotice
            mine={draft}
            theirs={theirs.draft}
            assignment={theirs.assignment}
            sectionTitles={new Map(sections.map(({ id, title }) => [id, title]))}
            onTake={form.change}
            onKeep={form.overwrite}
          />
        )}
        <TextPart {...part} sections={sections} />
        <DatesPart {...part} />
        <StepsPart {...part} />
        <NamesPart {...part} isNew={start.assignment === null} />
        <ParticipationPart {...part} />
      </div>
      <Preview {...part} sections={sections} />
      <footer className="form-bar">
        <span className="meta">{stateWords(form.isSaved, start)}</span>
        <div className="row">
          <ButtonLink href={cancelHref}>Cancel</ButtonLink>
          <Button variant="primary" type="submit" disabled={form.pending || theirs !== null}>
            {start.assignment === null || start.assignment.state === 'draft'
              ? 'Save draft'
              : 'Save changes'}
          </Button>
        </div>
      </footer>
    </form>
  )
}

function stateWords(isSaved: boolean, { assignment }: FormStart): string {
  if (assignment === null) return 'Not saved yet. Students see nothing of a draft.'
  if (!isSaved) return 'Not saved yet'
  if (assignment.state === 'draft') return 'Students see nothing of a draft.'
  return 'Students are told what you change.'
}

function Preview({
  draft,
  sections,
  timeZone,
}: {
  readonly draft: FormStart['draft']
  readonly sections: readonly FormSection[]
  readonly timeZone: string
}) {
  const shown = previewed(draft, sections, timeZone)
  return (
    <aside className="student-preview" aria-label="A student sees">
      <p className="label">A student sees</p>
      <div className="preview-card">
        <p className="preview-title">{shown.title === '' ? 'Without a title' : shown.title}</p>
        <StudentView assignment={shown} />
      </div>
    </aside>
  )
}
