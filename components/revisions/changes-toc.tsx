import { WordChanges } from '@/components/annotations/placement/word-changes'
import type { SectionChanges } from '@/lib/revisions/changes'

/** The sections, with how much changed in each. */
export function ChangesToc({ sections }: { readonly sections: readonly SectionChanges[] }) {
  return (
    <nav className="diff-toc" aria-label="Sections">
      <ol>
        {sections.map(({ sectionId, title, count }) => (
          <li key={sectionId} className={count === 0 ? 'muted' : undefined}>
            {count === 0 ? (
              titleNow(title)
            ) : (
              <a href={`#d-${sectionId}`}>
                {titleNow(title)}
                <span className="n num">{count}</span>
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function titleNow(title: SectionChanges['title']) {
  const now = title.filter(({ kind }) => kind !== 'gone')
  return now.length === 0 ? <WordChanges changes={title} /> : now.map(({ text }) => text).join('')
}
