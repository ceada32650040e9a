'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useRef, useState } from 'react'
import { amount } from '@/components/participation/counted'
import { NotCounted } from '@/components/participation/not-counted'
import { ParticipationTable } from '@/components/participation/participation-table'
import { Button, ButtonLink } from '@/components/ui/button'
import { Field, TextField } from '@/components/ui/field'
import { notify } from '@/components/ui/toast'
import type { GradeShape, MessageShape, RubricShape } from '@/lib/grading/contract'
import { gradePoints, mixWords } from '@/lib/grading/grade'
import { rubricPoints, rubricShare } from '@/lib/grading/rubric'
import type { ParticipationShape } from '@/lib/participation/contract'
import { CommentBank } from './comment-bank'
import { GradeConflict } from './grade-conflict'
import { GradeMessages } from './grade-messages'
import { ReleaseButton } from './release-button'
import { CriterionLevels, LEVELS } from './rubric-levels'
import { useGrade } from './use-grade'
import { useGradeKeys } from './use-grade-keys'

type PanelProps = {
  readonly grade: GradeShape
  readonly rubric: RubricShape
  readonly participation: ParticipationShape
  readonly bank: readonly string[]
  readonly messages: readonly MessageShape[]
  readonly timeZone: string
  readonly nextHref: string | null
  readonly previousHref: string | null
  readonly rubricHref: string
}

/** Where a student is graded: rubric, participation, comment, and what it comes to. */
export function GradePanel(props: PanelProps) {
  const { rubric, participation, nextHref, previousHref } = props
  const router = useRouter()
  const form = useGrade(props.grade)
  const { draft, theirs } = form
  const [current, setCurrent] = useState(0)
  const comment = useRef<HTMLTextAreaElement>(null)
  const step = (by: number) =>
    setCurrent((at) => Math.min(Math.max(0, rubric.criteria.length - 1), Math.max(0, at + by)))

  async function saveAndGo(): Promise<void> {
    if (form.unsaved && !(await form.save())) return
    if (nextHref) router.push(nextHref)
    else notify({ text: 'Saved. This was the last student.' })
  }

  useGradeKeys({
    give: (level) => {
      const criterion = rubric.criteria[current]
      if (!criterion) return false
      form.change({ levels: { ...draft.levels, [criterion.id]: level } })
      return true
    },
    step,
    next: () => void saveAndGo(),
    previous: () => {
      if (previousHref !== null) router.push(previousHref)
    },
    comment: () => comment.current?.focus(),
  })

  const total = gradePoints(
    {
      rubric: rubricShare(rubric.criteria, draft.levels),
      participation: participation.value,
      points: draft.points.trim() === '' ? null : Number(draft.points.replace(',', '.')),
    },
    rubric.mix,
    rubric.pointsPossible,
  )
  return (
    <aside className="grade-panel" aria-label="Grade">
      {theirs && (
        <GradeConflict
          mine={draft}
          theirs={theirs}
          onTake={form.takeTheirs}
          onKeep={form.keepMine}
        />
      )}
      <Rubric
        {...props}
        draft={draft}
        current={current}
        onEnter={setCurrent}
        onChange={form.change}
      />
      <div className="panel-part">
        <ParticipationTable participation={participation} />
        <NotCounted participation={participation} />
      </div>
      <Fields {...props} form={form} commentField={comment} onSubmit={() => void saveAndGo()} />
      <Foot {...props} form={form} total={total} onSave={() => void saveAndGo()} />
    </aside>
  )
}

type Form = ReturnType<typeof useGrade>

function Fields({
  rubric,
  bank,
  messages,
  timeZone,
  form,
  commentField,
  onSubmit,
}: PanelProps & {
  readonly form: Form
  readonly commentField: RefObject<HTMLTextAreaElement | null>
  readonly onSubmit: () => void
}) {
  const { draft, saved } = form
  return (
    <div className="panel-part">
      <TextField
        label="Points by hand"
        hint={`Instead of what the rubric gives; 0 to ${rubric.pointsPossible}.`}
        inputMode="decimal"
        value={draft.points}
        onChange={(event) => form.change({ points: event.currentTarget.value })}
      />
      <Field label="Private feedback">
        {(control) => (
          <textarea
            className="input"
            rows={5}
            maxLength={5000}
            {...control}
            ref={commentField}
            value={draft.comment}
            onChange={(event) => form.change({ comment: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
              event.preventDefault()
              onSubmit()
            }}
          />
        )}
      </Field>
      <CommentBank
        comments={bank}
        onChoose={(words) =>
          form.change({ comment: draft.comment === '' ? words : `${draft.comment}\n${words}` })
        }
      />
      {saved.version > 0 && (
        <GradeMessages
          assignmentId={saved.assignmentId}
          personId={saved.person.id}
          messages={messages}
          timeZone={timeZone}
          mayRequest={false}
          maySettle
        />
      )}
    </div>
  )
}

function Foot({
  rubric,
  nextHref,
  form,
  total,
  onSave,
}: PanelProps & {
  readonly form: Form
  readonly total: number | null
  readonly onSave: () => void
}) {
  const { draft, saved, theirs } = form
  return (
    <footer className="grade-foot">
      <p className="grade-total">
        <span className="num">{total === null || Number.isNaN(total) ? '–' : amount(total)}</span>
        <span className="meta">
          of {rubric.pointsPossible}
          {rubric.version > 0 && draft.points.trim() === '' && ` · ${mixWords(rubric.mix)}`}
        </span>
        <span className="badge push">{stateWords(saved, form.unsaved)}</span>
      </p>
      <div className="row">
        <Button
          variant="primary"
          disabled={form.pending || theirs !== null}
          onClick={() => onSave()}
        >
          {nextHref ? 'Save, next student' : 'Save'}
        </Button>
        <ReleaseButton grade={saved} disabled={form.unsaved || form.pending} />
      </div>
      <p className="meta key-line">
        <kbd>0</kbd>–<kbd>4</kbd> level, <kbd>j</kbd> <kbd>k</kbd> criterion, <kbd>c</kbd> comment,{' '}
        <kbd>n</kbd> next, <kbd>p</kbd> previous
      </p>
    </footer>
  )
}

function stateWords({ version, released }: GradeShape, unsaved: boolean): string {
  if (unsaved) return 'Not saved'
  if (version === 0) return 'Not graded'
  if (!released) return 'Draft'
  return 'Released'
}

function Rubric({
  rubric,
  rubricHref,
  draft,
  current,
  onEnter,
  onChange,
}: PanelProps & {
  readonly draft: ReturnType<typeof useGrade>['draft']
  readonly current: number
  readonly onEnter: (at: number) => void
  readonly onChange: ReturnType<typeof useGrade>['change']
}) {
  if (rubric.criteria.length === 0) {
    return (
      <div className="panel-part">
        <p className="spread">
          <span className="strong">Rubric</span>
          <ButtonLink size="sm" href={rubricHref}>
            Set up a rubric
          </ButtonLink>
        </p>
        <p className="meta">Without a rubric points are typed by hand.</p>
      </div>
    )
  }
  const { given, most } = rubricPoints(rubric.criteria, draft.levels)
  return (
    <section aria-labelledby="rubric-title">
      <div className="spread panel-part">
        <h2 className="strong" id="rubric-title">
          Rubric
        </h2>
        <span>
          <a className="textlink" href={rubricHref}>
            Edit
          </a>{' '}
          <span className="num strong">{amount(given)}</span> of {amount(most)}
        </span>
      </div>
      {rubric.criteria.map((criterion, at) => (
        <CriterionLevels
          key={criterion.id}
          criterion={criterion}
          given={LEVELS.find((level) => level === draft.levels[criterion.id])}
          current={at === current}
          onEnter={() => onEnter(at)}
          onGive={(level) => onChange({ levels: { ...draft.levels, [criterion.id]: level } })}
        />
      ))}
    </section>
  )
}
