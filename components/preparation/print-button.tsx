'use client'

import { Button } from '@/components/ui/button'

/** Prints the page. */
export function PrintButton() {
  return (
    <Button variant="primary" onClick={() => globalThis.print()}>
      Print
    </Button>
  )
}
