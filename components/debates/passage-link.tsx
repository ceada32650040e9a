'use client'

import { useEffect } from 'react'
import { useRoom } from '@/components/room/context'

/** Follows `#passage=120-180` in the address to these words of the text. */
export function PassageLink() {
  const geometry = useRoom((state) => state.geometry)
  useEffect(() => {
    if (!geometry) return
    const follow = () => {
      const [, start, end] = /^#passage=(\d+)-(\d+)$/.exec(location.hash) ?? []
      if (start !== undefined && end !== undefined) geometry.reveal(Number(start), Number(end))
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [geometry])
  return null
}
