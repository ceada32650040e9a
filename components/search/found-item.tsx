import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { Time } from '@/components/ui/time'
import type { FoundShape } from '@/lib/search/contract'
import { FOUND_ICONS, foundHref } from './found-entry'

/** One thing that was found: what it is, where it stands, and its words with what was looked for marked. */
export function FoundItem({ found, now }: { readonly found: FoundShape; readonly now: Date }) {
  const { kind, section, reading, about } = found
  const isText = kind === 'text'
  return (
    <li className="found">
      <Icon name={FOUND_ICONS[kind]} />
      <article>
        <p className="found-head">
          <FoundLink found={found} />
          {section && <span className="meta">§ {section}</span>}
          {reading && kind !== 'reading' && <span className="meta">{reading.title}</span>}
          {kind !== 'person' && <Time className="meta nowrap" at={found.createdAt} now={now} />}
        </p>
        {kind !== 'person' && (
          <p className={isText ? 'found-words is-text' : 'found-words'}>
            <Marked text={found.snippet} marks={found.marks} />
          </p>
        )}
        {about !== '' && <p className="found-about">on “{about}”</p>}
      </article>
    </li>
  )
}

function FoundLink({ found }: { readonly found: FoundShape }) {
  return <Link href={foundHref(found)}>{nameOf(found)}</Link>
}

function Marked({ text, marks }: { readonly text: string; readonly marks: FoundShape['marks'] }) {
  const ends = [0, ...marks.map(([, end]) => end)]
  return (
    <>
      {marks.map(([start, end], at) => (
        <span key={start}>
          {text.slice(ends[at], start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}

function nameOf({ kind, author, type, snippet, reading }: FoundShape): string {
  const who = author?.name ?? 'Somebody'
  switch (kind) {
    case 'reading':
      return reading?.title ?? snippet
    case 'text':
      return 'Text'
    case 'person':
      return snippet
    case 'reply':
      return `Reply by ${who}`
    case 'claim':
      return `${type === 'thesis' ? 'Thesis' : 'Claim'} by ${who}`
    case 'annotation':
      return `${type === 'question' ? 'Question' : 'Note'} by ${who}`
  }
}
