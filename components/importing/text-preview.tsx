'use client'

import { useDeferredValue, useMemo } from 'react'
import { textDirection } from '@/lib/text/direction'
import { readingFromMarkdown } from '@/lib/text/markdown'
import { renderReading } from '@/lib/text/render'

/** A text as it will be read, or why it cannot be. */
export function TextPreview({
  markdown,
  language,
  direction,
}: {
  readonly markdown: string
  readonly language: string
  /** Empty for the language's own. */
  readonly direction: string
}) {
  const shown = useDeferredValue(markdown)
  const result = useMemo(() => rendered(shown), [shown])
  if ('problem' in result) return <p className="meta">{result.problem}</p>
  return (
    <div className="text" lang={language} dir={textDirection(direction, language)}>
      <div
        className="text-body"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by lib/text/render.ts, as the reading page is.
        dangerouslySetInnerHTML={{ __html: result.html }}
      />
    </div>
  )
}

function rendered(markdown: string): { readonly html: string } | { readonly problem: string } {
  try {
    const sections = renderReading(readingFromMarkdown(markdown), [])
    return { html: sections.map(({ html }) => html).join('') }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'This cannot be shown.' }
  }
}
