import type { Stage } from '@/lib/assignments/stages'

const STATES: Readonly<Record<Stage['state'], string>> = {
  past: 'done',
  now: 'now',
  ahead: 'to come',
}

/** The schedule of an assignment as a line from top to bottom, with the present stage lit. */
export function StageLine({ stages }: { readonly stages: readonly Stage[] }) {
  return (
    <ol className="stage-line">
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
