import type { ReactNode } from 'react'

export type ArticleSection = {
  readonly sectionId: string
  readonly title: string
  readonly html: string
}

/**
 * The text itself as the server made it: a landmark a section. The browser never renders it again; marks are painted into it
 * (highlight-painter.ts). `html` comes from lib/text/render.ts, which escapes text and refuses unsafe links.
 */
export function ArticleText<Section extends ArticleSection>({
  sections,
  language,
  direction,
  long,
  head,
  before,
  after,
}: {
  readonly sections: readonly Section[]
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Whether the browser may leave what is out of sight unlaid: only worth it in long texts. */
  readonly long: boolean
  readonly head: ReactNode
  /** What stands above a section. */
  readonly before?: (section: Section) => ReactNode
  /** What stands below a section. */
  readonly after: (section: Section) => ReactNode
}) {
  return (
    <article className={long ? 'text is-long' : 'text'} lang={language} dir={direction}>
      {head}
      {sections.map((section) => (
        <section key={section.sectionId} id={`s-${section.sectionId}`} aria-label={section.title}>
          {before?.(section)}
          <div
            className="text-body"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: made by lib/text/render.ts from a checked document.
            dangerouslySetInnerHTML={{ __html: section.html }}
          />
          {after(section)}
        </section>
      ))}
    </article>
  )
}
