import { amount } from '@/components/participation/counted'
import type { GradeShape, MessageShape, RubricShape } from '@/lib/grading/contract'
import { mixWords } from '@/lib/grading/grade'
import { momentWords } from '@/lib/time-zone'
import { GradeMessages } from './grade-messages'

/** A grade as its student was shown it: the points, what they are made of, and what was said. */
export function ReleasedGrade({
  grade,
  rubric,
  messages,
  timeZone,
  isOwn,
}: {
  readonly grade: GradeShape
  readonly rubric: RubricShape
  readonly messages: readonly MessageShape[]
  readonly timeZone: string
  readonly isOwn: boolean
}) {
  const { released } = grade
  if (!released) return null
  return (
    <section className="released-grade" aria-labelledby="grade-title">
      <h2 className="section-title" id="grade-title">
        {isOwn ? 'Your grade' : 'Grade'}
      </h2>
      <p className="grade-total">
        <span className="num">{released.total === null ? '–' : amount(released.total)}</span>
        <span className="meta">
          of {grade.pointsPossible}
          {rubric.criteria.length > 0 && ` · ${mixWords(rubric.mix)}`} · released{' '}
          {momentWords(new Date(released.at), timeZone)}
          {grade.gradedBy && ` by ${grade.gradedBy.name}`}
        </span>
      </p>
      {rubric.criteria.length > 0 && Object.keys(released.levels).length > 0 && (
        <dl className="released-levels">
          {rubric.criteria.map(({ id, name, levels }) => {
            const level = released.levels[id]
            return (
              <div key={id}>
                <dt>
                  {name} <span className="num strong">{level ?? '–'} of 4</span>
                </dt>
                <dd>{level === undefined ? 'Not judged' : levels[level]}</dd>
              </div>
            )
          })}
        </dl>
      )}
      {released.comment !== '' && <p className="message-words">{released.comment}</p>}
      <GradeMessages
        assignmentId={grade.assignmentId}
        personId={grade.person.id}
        messages={messages}
        timeZone={timeZone}
        mayRequest={isOwn}
        maySettle={!isOwn}
      />
    </section>
  )
}
