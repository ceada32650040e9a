'use client'

import dynamic from 'next/dynamic'

const CitedMarks = dynamic(() => import('./cited-marks').then((module) => module.CitedMarks), {
  ssr: false,
})

/** Which passages claims rest on, shown beside the text; loaded after it. */
export function CitedPassages() {
  return <CitedMarks />
}
