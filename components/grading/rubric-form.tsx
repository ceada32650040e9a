'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { notify } from '@/components/ui/toast'
import { ApiProblem } from '@/lib/api/client'
import { type RubricShape, rubricShape } from '@/lib/grading/contract'
import { gradingApi } from './grading-api'
import { LEVELS } from './rubric-levels'

type Criterion = RubricShape['criteria'][number]

/** Says how an assignment is graded: criteria with what each level means, the mix with participation, and the points. */
export function RubricForm({
  assignmentId: id,
  rubric,
}: {
  readonly assignmentId: string
  readonly rubric: RubricShape
}) {
  const router = useRouter()
  const [version, setVersion] = useState(rubric.version)
  const [criteria, setCriteria] = useState<readonly Criterion[]>(rubric.criteria)
  const [share, setShare] = useState(String(Math.round(rubric.mix.rubric * 100)))
  const [points, setPoints] = useState(String(rubric.pointsPossible))
  const [theirs, setTheirs] = useState<RubricShape | null>(null)
  const [pending, setPending] = useState(false)

  const change = (at: number, part: Partial<Criterion>) =>
    setCriteria((before) => before.map((one, n) => (n === at ? { ...one, ...part } : one)))

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setPending(true)
    try {
      const ofRubric = Math.min(100, Math.max(0, Number(share))) / 100
      await gradingApi.grading.setRubric({
        id,
        version,
        criteria: [...criteria],
        mix: { rubric: ofRubric, participation: 1 - ofRubric },
        pointsPossible: Number(points),
      })
      notify({ text: 'Saved. What is graded already was computed anew.' })
      router.push(`/assignments/${id}/grading`)
      router.refresh()
    } catch (error) {
      setTheirs(currentIn(error))
      notify({ text: error instanceof Error ? error.message : 'That did not work.' })
    } finally {
      setPending(false)
    }
  }

  return (
    <form className="rubric-form stack" onSubmit={(event) => void save(event)}>
      {theirs && (
        <section className="conflict" role="alert" aria-label="Changed meanwhile">
          <p className="strong">
            {theirs.madeBy?.name ?? 'Somebody'} changed the rubric meanwhile. What you typed is
            kept. It has {theirs.criteria.length} criteria now:{' '}
            {theirs.criteria.map(({ name }) => name).join(', ')}.
          </p>
          <div className="row">
            <Button
              onClick={() => {
                setCriteria(theirs.criteria)
                setVersion(theirs.version)
                setTheirs(null)
              }}
            >
              Use what is saved
            </Button>
            <Button
              onClick={() => {
                setVersion(theirs.version)
                setTheirs(null)
              }}
            >
              Continue with mine
            </Button>
          </div>
        </section>
      )}
      <div className="row rubric-terms">
        <TextField
          label="Points possible"
          inputMode="decimal"
          required
          value={points}
          onChange={(event) => setPoints(event.currentTarget.value)}
        />
        <TextField
          label="Rubric, per cent of the grade"
          hint="The rest is participation."
          inputMode="numeric"
          required
          value={share}
          onChange={(event) => setShare(event.currentTarget.value)}
        />
      </div>
      {criteria.map((criterion, at) => (
        <CriterionFields
          key={criterion.id}
          criterion={criterion}
          onChange={(part) => change(at, part)}
          onRemove={() => setCriteria((before) => before.filter((_, n) => n !== at))}
        />
      ))}
      <div className="row">
        <Button icon="plus" onClick={() => setCriteria((before) => [...before, newCriterion()])}>
          Add a criterion
        </Button>
        <Button variant="primary" type="submit" disabled={pending || theirs !== null}>
          Save the rubric
        </Button>
      </div>
    </form>
  )
}

function CriterionFields({
  criterion: { name, weight, levels },
  onChange,
  onRemove,
}: {
  readonly criterion: Criterion
  readonly onChange: (part: Partial<Criterion>) => void
  readonly onRemove: () => void
}) {
  const describe = (level: number, words: string) => {
    const [none, one, two, three, four] = levels.map((before, n) => (n === level ? words : before))
    onChange({ levels: [none ?? '', one ?? '', two ?? '', three ?? '', four ?? ''] })
  }
  return (
    <fieldset className="form-part stack">
      <legend className="section-title">{name === '' ? 'New criterion' : name}</legend>
      <div className="row rubric-terms">
        <TextField
          label="Name"
          required
          maxLength={120}
          value={name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TextField
          label="Weight"
          inputMode="decimal"
          type="number"
          min={0}
          max={100}
          step="any"
          required
          value={weight}
          onChange={(event) => onChange({ weight: event.currentTarget.valueAsNumber || 0 })}
        />
        <Button size="sm" icon="trash" onClick={onRemove}>
          Remove
        </Button>
      </div>
      {LEVELS.map((level) => (
        <TextField
          key={level}
          label={`Level ${level}`}
          maxLength={1000}
          value={levels[level]}
          onChange={(event) => describe(level, event.currentTarget.value)}
        />
      ))}
    </fieldset>
  )
}

function newCriterion(): Criterion {
  return { id: crypto.randomUUID(), name: '', weight: 1, levels: ['', '', '', '', ''] }
}

function currentIn(error: unknown): RubricShape | null {
  if (!(error instanceof ApiProblem) || error.code !== 'stale') return null
  return rubricShape.safeParse(error.details.current).data ?? null
}
