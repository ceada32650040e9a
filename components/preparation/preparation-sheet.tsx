import type { AssignmentShape } from '@/lib/assignments/contract'
import type { HeatRow } from '@/lib/preparation/heat'
import type { ContestedClaim, Sheet } from '@/lib/preparation/shape'
import { ParagraphBars } from './paragraph-bars'

const PASSAGES = 3

/** The preparation sheet of an assignment: paper in every theme, a page or two. Each heading says its rule. */
export function PreparationSheet({
  sheet,
  course,
  assignment,
  revision,
  at,
  address,
}: {
  readonly sheet: Sheet
  readonly course: { readonly name: string; readonly slug: string }
  readonly assignment: AssignmentShape
  readonly revision: number
  /** When it was made, in words. */
  readonly at: string
  readonly address: string
}) {
  const { tallies, heat, questions, quiet, absent, claims } = sheet
  const reading = `/readings/${assignment.reading.slug}`
  const href = `${reading}?assignment=${assignment.id}`
  const asked = heat.rows
    .filter((row) => (row.byKind.get('question') ?? 0) > 0)
    .toSorted((a, b) => (b.byKind.get('question') ?? 0) - (a.byKind.get('question') ?? 0))
  const numberAt = paragraphNumber(heat.rows)
  return (
    <article className="sheet-paper">
      <header className="prep-head">
        <div>
          <p className="prep-meta">{course.name}</p>
          <h1>{assignment.title}</h1>
        </div>
        <ul className="prep-numbers">
          <Figure value={tallies.wrote} words={`of ${tallies.students} wrote`} />
          <Figure value={tallies.notes} words="notes" />
          <Figure value={tallies.questions} words="questions" />
          <Figure value={tallies.unanswered} words="open" />
        </ul>
      </header>
      <ParagraphBars rows={heat.rows} />
      {claims.length > 0 && (
        <Part
          title="Most contested"
          rule="claims that votes split most, with the best-ranked argument of each side"
        >
          {claims.map((claim) => (
            <Contested
              key={claim.id}
              claim={claim}
              href={`${reading}/debates/${claim.sectionId}?group=${encodeURIComponent(course.slug)}`}
            />
          ))}
        </Part>
      )}
      <div className="prep-columns">
        <Part title="Unanswered" rule="open questions, most “also ask” first">
          {questions.length === 0 && <p>None.</p>}
          {questions.map(({ id, words, start, authorName, alsoAsk }) => (
            <p key={id} className="prep-item">
              <a href={`${href}#note=${id}`}>{numberAt(start)}</a>
              <span>
                {short(words)} <span className="prep-who">{authorName}</span>
              </span>
              {alsoAsk > 0 && <b>+{alsoAsk}</b>}
            </p>
          ))}
        </Part>
        <div>
          <Part title="Good notes by quiet students" rule="up to 6 notes, others reacted">
            {quiet.length === 0 && <p>None.</p>}
            {quiet.map(({ id, words, start, authorName }) => (
              <p key={id} className="prep-item">
                <a href={`${href}#note=${id}`}>{numberAt(start)}</a>
                <span>
                  {short(words)} <span className="prep-who">{authorName}</span>
                </span>
              </p>
            ))}
          </Part>
          <Part title="Not begun" rule="nothing written">
            <p>{absent.length === 0 ? 'Everybody has begun.' : absent.join(', ')}</p>
          </Part>
        </div>
      </div>
      {asked.length > 0 && (
        <Part title="Most questions" rule="read these aloud">
          {asked.slice(0, PASSAGES).map((row) => (
            <p key={row.number} className="prep-item">
              <a href={`${href}#s-${row.sectionId}`}>¶{row.number}</a>
              <span className="prep-quote">“{row.begins}”</span>
              <b>{row.byKind.get('question')} ?</b>
            </p>
          ))}
        </Part>
      )}
      <footer className="prep-foot">
        <span>
          State of {at} · text revision {revision}
        </span>
        <span>{address}</span>
      </footer>
    </article>
  )
}

function Figure({ value, words }: { readonly value: number; readonly words: string }) {
  return (
    <li>
      <b>{value}</b> {words}
    </li>
  )
}

function Part({
  title,
  rule,
  children,
}: {
  readonly title: string
  readonly rule: string
  readonly children: React.ReactNode
}) {
  return (
    <section className="prep-part">
      <h2>
        {title} <small>{rule}</small>
      </h2>
      {children}
    </section>
  )
}

function Contested({ claim, href }: { readonly claim: ContestedClaim; readonly href: string }) {
  return (
    <div className="prep-claim">
      <h3>
        <a href={href}>{claim.text}</a>
      </h3>
      <div className="prep-sides">
        <p>
          <span aria-hidden="true">▲ </span>
          <span className="vh">For: </span>
          {claim.for ? short(claim.for.text) : 'No argument for it yet.'}{' '}
          <span className="prep-who">{claim.for?.authorName}</span>
        </p>
        <p>
          <span aria-hidden="true">▼ </span>
          <span className="vh">Against: </span>
          {claim.against ? short(claim.against.text) : 'No argument against it yet.'}{' '}
          <span className="prep-who">{claim.against?.authorName}</span>
        </p>
      </div>
    </div>
  )
}

/** Says of an offset in which paragraph it lies. */
function paragraphNumber(rows: readonly HeatRow[]): (start: number | null) => string {
  return (start) => {
    const row = start === null ? undefined : rows.findLast((one) => one.start <= start)
    return row ? `¶${row.number}` : '§'
  }
}

const LONG = 170

// Of a long note its beginning: the sheet is a page, and its item leads to the whole.
function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > LONG ? `${line.slice(0, LONG).trimEnd()} …` : line
}
