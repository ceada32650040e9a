import { Showcase } from '@/components/people/showcase'
import { waysIn } from '@/lib/auth/ways'
import { disagreement } from '@/lib/showcase/queries'

/** The other half of a way in: a disagreement from the demo's reading, or a quiet word. */
export async function SignInTeaser() {
  return <Showcase shown={waysIn().demo ? await disagreement() : null} />
}
