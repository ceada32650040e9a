'use client'

import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'

type NewTokenProps = { readonly secret: string; readonly onPutAway: () => void }

/** A token just made: shown this once. */
export function NewToken({ secret, onPutAway }: NewTokenProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      notify({ text: 'Token copied' })
    } catch {
      notify({
        text: 'This browser did not let the token be copied. Select it and copy it by hand.',
      })
    }
  }
  return (
    <div className="new-token" role="status">
      <p className="strong">Copy it now: it is not shown again.</p>
      <code>{secret}</code>
      <div className="row">
        <Button size="sm" icon="copy" onClick={() => void copy()}>
          Copy token
        </Button>
        <Button size="sm" variant="ghost" onClick={onPutAway}>
          I have it
        </Button>
      </div>
    </div>
  )
}
