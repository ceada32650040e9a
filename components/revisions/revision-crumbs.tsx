import Link from 'next/link'

/** The way back: the text, and its history where one is not on that page. */
export function RevisionCrumbs({
  reading,
  history = true,
}: {
  readonly reading: { readonly slug: string; readonly title: string }
  readonly history?: boolean
}) {
  return (
    <nav className="crumbs" aria-label="Place">
      <Link href={`/readings/${reading.slug}`}>{reading.title}</Link>
      {history && <Link href={`/readings/${reading.slug}/revisions`}>Revisions</Link>}
    </nav>
  )
}
