import type { ReactNode } from 'react'
import '../styles/reading.css'
import '../styles/text.css'
import '../styles/text-parts.css'
import '../styles/text-look.css'
import '../styles/notes.css'
import '../styles/debate-bar.css'
import '../styles/drafts.css'
import '../styles/debates.css'
import '../styles/claims.css'
import '../styles/forecasts.css'
import '../styles/debate-dialogs.css'
import '../styles/debates-narrow.css'
import '../styles/debate-map.css'
import '../styles/topology.css'
import '../styles/assignment-room.css'
import '../styles/reading-narrow.css'
import '../styles/reading-print.css'

export default function ReadingsLayout({ children }: { readonly children: ReactNode }) {
  return children
}
