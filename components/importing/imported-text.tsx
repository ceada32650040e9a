import type { RenderedSection } from '@/lib/text/render'

// Letters of HTML, beyond which the browser may leave what is out of sight unlaid.
const LONG = 200_000

/** A text as it will be read, with its sections to jump to. */
export function ImportedText({
  sections,
  language,
  direction,
}: {
  readonly sections: readonly RenderedSection[]
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}) {
  const headed = sections
    .map((section, at) => ({ ...section, at }))
    .filter(({ level }) => level > 0)
  const isLong = sections.reduce((sum, { html }) => sum + html.length, 0) > LONG
  const highest = Math.min(...headed.map(({ level }) => level))
  return (
    <div className="imported">
      {headed.length > 1 && (
        <nav className="imported-outline" aria-label="Sections">
          <h2 className="label">Sections</h2>
          <ol>
            {headed.map(({ title, level, at }) => (
              <li key={at} data-depth={Math.min(3, level - highest)}>
                <a href={`#imported-${at}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <article
        className={isLong ? 'text is-long' : 'text'}
        lang={language}
        dir={direction}
        aria-label="The text"
      >
        {sections.map(({ html }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place; the list never changes.
          <section key={at} id={`imported-${at}`}>
            <div
              className="text-body"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: made by lib/text/render.ts from a checked document.
              dangerouslySetInnerHTML={{ __html: html }}
            />
          </section>
        ))}
      </article>
    </div>
  )
}
