'use client'

import { Button } from '@/components/ui/button'
import type { PersonShape } from '@/lib/api/shapes'
import type { CirclesShape } from '@/lib/circles/contract'
import { movesBetween, withDrawn, withListed, withMoved } from './arranging'
import { CircleColumns } from './circle-columns'
import { DrawCircles } from './draw-circles'
import { ListedCircles } from './listed-circles'
import { useCircles } from './use-circles'

/** Arranges the circles of a course or of one assignment: by hand, by lot, by a list. Shown first, done when it is saved. */
export function CirclesEditor({
  groupId,
  assignmentId,
  students,
  start,
}: {
  readonly groupId: string
  /** Null for the circles of the course. */
  readonly assignmentId: string | null
  readonly students: readonly PersonShape[]
  readonly start: CirclesShape
}) {
  const { circles, saved, pending, setCircles, discard, save } = useCircles(
    { groupId, assignmentId, students: new Set(students.map(({ id }) => id)) },
    start,
  )
  const moves = movesBetween(saved, circles)
  const isChanged = circles !== saved
  return (
    <div className="circles-editor">
      <div className="circle-ways">
        <DrawCircles
          people={students.map(({ id }) => id)}
          onDraw={(drawn) => setCircles(withDrawn(circles, drawn))}
        />
        <ListedCircles
          students={students}
          onRead={(listed) => setCircles(withListed(circles, listed))}
        />
        <Button
          icon="plus"
          onClick={() => {
            const number = circles.length + 1
            const key = `new-${number}-${circles.map((circle) => circle.key).join()}`
            setCircles([...circles, { key, id: null, name: `Circle ${number}`, members: [] }])
          }}
        >
          Add a circle
        </Button>
      </div>
      {isChanged && (
        <div className="circle-changes" role="status">
          <p>
            <span className="strong">
              {moves === 1 ? '1 person moves' : `${moves} people move`}.
            </span>{' '}
            Their notes in running assignments come along: the new circle sees them in sections it
            has opened, the old one no more. Nothing is shown to anyone earlier than the schedule
            says.
          </p>
          <div className="row">
            <Button onClick={discard} disabled={pending}>
              Discard
            </Button>
            <Button variant="primary" onClick={save} disabled={pending}>
              Save circles
            </Button>
          </div>
        </div>
      )}
      <CircleColumns
        circles={circles}
        students={students}
        onMove={(personId, key) => setCircles(withMoved(circles, personId, key))}
        onRename={(key, name) =>
          setCircles(circles.map((circle) => (circle.key === key ? { ...circle, name } : circle)))
        }
        onEnd={(key) => setCircles(circles.filter((circle) => circle.key !== key))}
      />
    </div>
  )
}
