import type { ReactNode } from 'react'

export type RenderedSection = {
  /** Null for an opening that has no id of its own. */
  readonly sectionId: string | null
  readonly title: string
  readonly level: number
  readonly html: string
}

/**
 * The text itself as the server made it: a landmark a section. The browser never renders it again; marks are painted into it
 * (highlight-painter.ts). `html` comes from lib/text/render.ts, which escapes text and refuses unsafe links.
 */
export function ArticleText({
  sections,
  language,
  long,
  head,
  after,
}: {
  readonly sections: readonly RenderedSection[]
  readonly language: string
  /** Whether the browser may leave what is out of sight unlaid: only worth it in long texts. */
  readonly long: boolean
  readonly head: ReactNode
  /** What stands below a section. */
  readonly after: (sectionId: string | null) => ReactNode
}) {
  return (
    <article className={long ? 'text is-long' : 'text'} lang={language} dir={directionOf(language)}>
      {head}
      {sections.map(({ sectionId, title, html }) => (
        <section key={sectionId ?? ''} id={`s-${sectionId ?? 'opening'}`} aria-label={title}>
          <div
            className="text-body"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: made by lib/text/render.ts from a checked document.
            dangerouslySetInnerHTML={{ __html: html }}
          />
          {after(sectionId)}
        </section>
      ))}
    </article>
  )
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'dv', 'fa', 'ckb', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The direction of a language's script, by its tag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [tongue = '', ...rest] = language.toLowerCase().split('-')
  if (rest.includes('latn')) return 'ltr'
  return RIGHT_TO_LEFT.has(tongue) ? 'rtl' : 'ltr'
}
