'use client'

import { Button, ButtonLink } from '@/components/ui/button'

type ErrorPageProps = {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}

/** What shows when a page failed in a way that nobody foresaw. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main className="page">
      <div className="empty" role="alert">
        <h1 className="section-title">This page failed</h1>
        <p>
          What you saved is safe, and drafts are kept in this browser. Try again; if it fails once
          more, tell whoever runs this server
          {error.digest ? `, with this number: ${error.digest}` : ''}.
        </p>
        <div className="row">
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <ButtonLink href="/">Go to the library</ButtonLink>
        </div>
      </div>
    </main>
  )
}
