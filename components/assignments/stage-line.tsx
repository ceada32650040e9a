import type { Stage } from '@/lib/assignments/stages'

const STATES: Readonly<Record<Stage['state'], string>> = {
  past: 'done',
  now: 'now',
  ahead: 'to come',
}

/** The schedule of an assignment as a line with the present stage lit; from top to bottom, or across where there is room. */
export function StageLine({
  stages,
  across = false,
}: {
  readonly stages: readonly Stage[]
  readonly across?: boolean
}) {
  return (
    <ol className={across ? 'stage-line is-across' : 'stage-line'}>
      {stages.map(({ kind, title, words, state }) => (
        <li
          key={kind}
          className={`is-${state}`}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className="strong">{title}</span>
          <span className="vh"> ({STATES[state]})</span>
          <span className="meta">{words}</span>
        </li>
      ))}
    </ol>
  )
}
