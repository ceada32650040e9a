import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

/** Takes a code that somebody was given; a plain form, so that it works without scripts. */
export function JoinByCode() {
  return (
    <section className="group-part" aria-labelledby="by-code">
      <h2 className="section-title" id="by-code">
        Join by a code
      </h2>
      <form className="code-form" action="/join" method="get">
        <TextField
          label="Invitation code"
          name="code"
          required
          minLength={10}
          maxLength={40}
          placeholder="XXXXX-XXXXX"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button type="submit">Continue</Button>
      </form>
    </section>
  )
}
