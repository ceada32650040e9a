import type { AssignmentShape } from '@/lib/assignments/contract'
import type { FormPart } from './form-part'

type Names = AssignmentShape['names']

const CHOICES: readonly { readonly names: Names; readonly name: string; readonly words: string }[] =
  [
    { names: 'names', name: 'Names', words: 'Everybody reads who wrote what.' },
    {
      names: 'pseudonyms',
      name: 'Pseudonyms',
      words: 'Classmates read one made-up name for each student, the same throughout.',
    },
    {
      names: 'anonymous',
      name: 'Anonymous',
      words: 'Classmates do not read who wrote what, nor which two notes are by one student.',
    },
  ]

/** By what name students read each other. It stays as it was drafted: what was written under a veil is not shown without one later. */
export function NamesPart({
  draft,
  isNew,
  onChange,
}: Pick<FormPart, 'draft' | 'onChange'> & { readonly isNew: boolean }) {
  return (
    <section className="form-part stack" aria-labelledby="part-names">
      <h2 className="section-title" id="part-names">
        Names
      </h2>
      <p className="meta">
        Staff always read names, and students are told so.{' '}
        {isNew
          ? 'This cannot be changed once the draft is saved.'
          : 'This stays as it was drafted.'}
      </p>
      <fieldset>
        <legend className="vh">What students read as the author</legend>
        {CHOICES.filter(({ names }) => isNew || names === draft.names).map(
          ({ names, name, words }) => (
            <div key={names} className="step-choice">
              <label className="check">
                <input
                  type="radio"
                  name="names"
                  checked={draft.names === names}
                  disabled={!isNew}
                  onChange={() => onChange({ names })}
                />
                <span>
                  <span className="strong">{name}</span>
                  <span className="hint">{words}</span>
                </span>
              </label>
            </div>
          ),
        )}
      </fieldset>
    </section>
  )
}
