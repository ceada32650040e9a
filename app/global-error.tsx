'use client'

import ErrorPage from './error'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/buttons.css'
import './styles/messages.css'

type GlobalErrorProps = {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}

/** The same when even the frame of pages failed. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>This page failed · Colloquy</title>
        <ErrorPage error={error} reset={reset} />
      </body>
    </html>
  )
}
