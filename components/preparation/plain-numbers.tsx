import type { Tallies } from '@/lib/preparation/shape'

/** The four plain numbers of an assignment. */
export function PlainNumbers({ tallies }: { readonly tallies: Tallies }) {
  const { students, wrote, wroteBefore, replied, done, notes, questions, unanswered } = tallies
  const more = wrote - wroteBefore
  return (
    <dl className="plain-numbers">
      <Plain name="wrote notes of their own" value={wrote} of={students}>
        {more > 0 && <span className="strong">+{more} since yesterday, </span>}
        {notes} notes
      </Plain>
      <Plain name="replied to a peer" value={replied} of={students} />
      <Plain name="said that they are done" value={done} of={students} />
      <Plain name={unanswered === 1 ? 'open question' : 'open questions'} value={unanswered}>
        {questions} asked
      </Plain>
    </dl>
  )
}

function Plain({
  name,
  value,
  of,
  children,
}: {
  readonly name: string
  readonly value: number
  readonly of?: number
  readonly children?: React.ReactNode
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="plain-value">{value}</span>
        {of !== undefined && <span className="muted"> of {of}</span>}
        {children && <span className="meta plain-more">{children}</span>}
      </dd>
    </div>
  )
}
