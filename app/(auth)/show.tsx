import { Showcase } from '@/components/people/showcase'
import { disagreement } from '@/lib/annotations/queries/disagreement'
import { waysIn } from '@/lib/auth/ways'

/** The other half of a way in: a disagreement from the demo's reading, or a quiet word. */
export async function Show() {
  return <Showcase shown={waysIn().demo ? await disagreement() : null} />
}
