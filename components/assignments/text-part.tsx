import { TextArea, TextField } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { REQUIRED_KINDS } from '@/lib/assignments/required-kinds'
import type { FormPart } from './form-part'
import { requiredKindWords } from './required-kind-words'

export type FormSection = { readonly id: string; readonly title: string; readonly level: number }

/** What is read and asked: title, instructions, sections with their prompts, required types. */
export function TextPart({
  draft,
  errors,
  sections,
  onChange,
}: FormPart & { readonly sections: readonly FormSection[] }) {
  return (
    <section className="form-part stack" aria-labelledby="part-text">
      <h2 className="section-title" id="part-text">
        Text and prompts
      </h2>
      <TextField
        label="Title"
        className="input-lg"
        value={draft.title}
        error={errors.title}
        maxLength={200}
        required
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextArea
        label="Instructions"
        hint="Shown on the page of the assignment."
        rows={3}
        maxLength={20_000}
        value={draft.instructions}
        onChange={(event) => onChange({ instructions: event.currentTarget.value })}
      />
      <fieldset className="section-choices">
        <legend className="label">Sections</legend>
        {errors.sectionIds !== undefined && (
          <p className="error" role="alert">
            {errors.sectionIds}
          </p>
        )}
        {sections.map((section) => (
          <SectionChoice key={section.id} section={section} draft={draft} onChange={onChange} />
        ))}
      </fieldset>
      <KindChoices draft={draft} onChange={onChange} />
    </section>
  )
}

type Part = Pick<FormPart, 'draft' | 'onChange'>

function SectionChoice({ section, draft, onChange }: Part & { readonly section: FormSection }) {
  const { id, title, level } = section
  const chosen = draft.sectionIds.includes(id)
  return (
    <div className={level > 2 ? 'section-choice is-deeper' : 'section-choice'}>
      <label className="check">
        <input
          type="checkbox"
          checked={chosen}
          onChange={() =>
            onChange({
              sectionIds: chosen
                ? draft.sectionIds.filter((other) => other !== id)
                : [...draft.sectionIds, id],
            })
          }
        />
        <span className={chosen ? 'strong' : 'muted'}>{title}</span>
      </label>
      {chosen && (
        <label className="prompt-field">
          <Icon name="comment" size={14} />
          <span className="vh">Prompt for {title}</span>
          <textarea
            className="textarea"
            rows={1}
            maxLength={2000}
            placeholder="Prompt, shown beside the section"
            value={draft.prompts[id] ?? ''}
            onChange={(event) =>
              onChange({ prompts: { ...draft.prompts, [id]: event.currentTarget.value } })
            }
          />
        </label>
      )}
    </div>
  )
}

function KindChoices({ draft, onChange }: Part) {
  return (
    <fieldset>
      <legend className="label">Required types, each at least once</legend>
      <div className="kind-choices">
        {REQUIRED_KINDS.map((kind) => {
          const chosen = draft.requiredKinds.includes(kind)
          const others = draft.requiredKinds.filter((other) => other !== kind)
          return (
            <label key={kind} className="chip-choice">
              <input
                type="checkbox"
                checked={chosen}
                onChange={() => onChange({ requiredKinds: chosen ? others : [...others, kind] })}
              />
              <Icon name={requiredKindWords(kind).icon} size={12} />
              {requiredKindWords(kind).name}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
