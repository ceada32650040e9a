'use client'

import { useArticle } from '@/components/readings/article/article-context'

/** The way to where one stopped reading; without scripts it leads to the section. */
export function ContinueLink({
  offset,
  sectionId,
  title,
}: {
  readonly offset: number
  readonly sectionId: string
  readonly title: string
}) {
  const article = useArticle()
  return (
    <a
      className="textlink"
      href={`#s-${sectionId}`}
      onClick={(event) => {
        if (!article) return
        event.preventDefault()
        article.geometry.reveal(offset, offset + 1)
      }}
    >
      Continue in “{title}”
    </a>
  )
}
