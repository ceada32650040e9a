import { AccessFrame } from '@/components/people/access-frame'
import { ButtonLink } from '@/components/ui/button'
import { SignInTeaser } from './sign-in-teaser'

/** What a link says that is used, too old, or was never one; `again` is where a new one is asked for. */
export function SpentLink({ again }: { readonly again: string }) {
  return (
    <AccessFrame title="This link no longer works" aside={<SignInTeaser />}>
      <p className="access-say">
        It was used already, is too old, or a newer one was sent since. Nothing is lost: ask for
        another, and open the newest letter.
      </p>
      <ButtonLink variant="primary" size="lg" href={again}>
        Ask for a new link
      </ButtonLink>
    </AccessFrame>
  )
}
