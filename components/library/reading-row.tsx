import Link from 'next/link'
import { Time } from '@/components/ui/time'
import type { LibraryRow } from '@/lib/library/shape'
import { SectionRibbon } from './section-ribbon'
import { Sparkline } from './sparkline'

/** A reading on a shelf: what it is, where its notes lie, how lively it is, what is new. */
export function ReadingRow({ row, now }: { readonly row: LibraryRow; readonly now: Date }) {
  const { sections, unread, notes } = row
  return (
    <li className={unread > 0 ? 'reading has-unread' : 'reading'}>
      <Link className="r-link" href={row.href}>
        <h3>{row.title}</h3>
      </Link>
      <p className="r-meta">{factsOf(row).join(' · ')}</p>
      <div className="r-sec">
        <SectionRibbon sections={sections} />
        <span className="meta">{counted(sections.length, 'section')}</span>
      </div>
      <div className="r-act">
        <Sparkline days={row.days} />
      </div>
      <div className="r-n">
        <span className="num">{notes}</span>
        <span className="meta"> {notes === 1 ? 'note' : 'notes'}</span>
      </div>
      <div className="r-un">
        {unread > 0 && (
          <span className="count">
            {unread}
            <span className="vh"> unread</span>
          </span>
        )}
      </div>
      <p className="r-last meta">
        {row.last ? (
          <>
            {row.last.words}, <Time at={row.last.at} now={now} />
          </>
        ) : (
          'No notes yet'
        )}
      </p>
    </li>
  )
}

function factsOf({ genre, authors, minutes, revision }: LibraryRow): readonly string[] {
  const origin = [genre, ...authors].filter((part) => part !== '').join(', ')
  return [origin, `${minutes} min`, `revision ${revision}`].filter((fact) => fact !== '')
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
