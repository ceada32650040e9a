import Link from 'next/link'
import type { RevisionShape } from '@/lib/revisions/contract'
import { reportWords } from '@/lib/revisions/report'
import { dayAndTime } from './moments'
import { RestoreRevision } from './restore-revision'

type OfReading = { readonly id: string; readonly slug: string; readonly currentId: string }

/** The revisions of a text, the newest first. */
export function History({
  reading,
  revisions,
  mayEdit,
}: {
  readonly reading: OfReading
  readonly revisions: readonly RevisionShape[]
  readonly mayEdit: boolean
}) {
  return (
    <ol className="history">
      {revisions.map((revision) => (
        <li key={revision.id} className={revision.isCurrent ? 'is-current' : undefined}>
          <span className="history-number num">{revision.number}</span>
          <div>
            <h2>{revision.message || titleOf(revision)}</h2>
            <p className="meta">
              {revision.createdBy.name},{' '}
              <time dateTime={revision.createdAt}>{dayAndTime(revision.createdAt)}</time>
              {' · '}
              <span className="num">{revision.words.toLocaleString('en')}</span> words
              {revision.restores !== null && <> · revision {revision.restores} again</>}
            </p>
            {revision.report && <p className="meta">Notes: {reportWords(revision.report)}</p>}
          </div>
          <div className="history-acts">
            <Ways reading={reading} revision={revision} />
            {mayEdit && !revision.isCurrent && (
              <RestoreRevision
                readingId={reading.id}
                currentId={reading.currentId}
                number={revision.number}
              />
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

function titleOf({ number, restores }: RevisionShape): string {
  if (restores !== null) return `Revision ${restores}, published again`
  return number === 1 ? 'As it was added' : 'Without a word on why'
}

function Ways({
  reading: { slug },
  revision: { number, isCurrent, base },
}: {
  readonly reading: OfReading
  readonly revision: RevisionShape
}) {
  const at = `/readings/${slug}`
  return (
    <>
      <Link href={isCurrent ? at : `${at}/revisions/${number}`}>
        {isCurrent ? 'Read' : 'Read as it stood'}
        <span className="vh">, revision {number}</span>
      </Link>
      {base !== null && (
        <Link href={`${at}/revisions/changes?from=${base}&to=${number}`}>
          What changed<span className="vh"> in revision {number}</span>
        </Link>
      )}
    </>
  )
}
