import { Icon } from '@/components/ui/icon'
import type { AssignmentShape } from '@/lib/assignments/contract'
import { missingWords, stagesOf } from '@/lib/assignments/stages'
import { AssignmentDates, NamesLine, RequiredKinds } from './assignment-about'
import { StageLine } from './stage-line'

export type ShownAssignment = Pick<
  AssignmentShape,
  | 'title'
  | 'instructions'
  | 'requiredKinds'
  | 'opensAt'
  | 'dueAt'
  | 'repliesUntil'
  | 'timeZone'
  | 'lateRule'
  | 'steps'
  | 'sections'
  | 'audience'
  | 'circle'
  | 'names'
  | 'seenAs'
>

/** An assignment as a student reads it: what is asked, section by section, and who sees what when. */
export function StudentView({ assignment }: { readonly assignment: ShownAssignment }) {
  const { instructions, requiredKinds, sections } = assignment
  return (
    <div className="assignment-view">
      <div className="assignment-asked">
        {instructions !== '' && <p className="assignment-instructions">{instructions}</p>}
        <RequiredKinds kinds={requiredKinds} />
        <h2 className="section-title">Sections</h2>
        <SectionStates sections={sections} />
      </div>
      <div className="assignment-when stack">
        <AssignmentDates {...assignment} />
        <h2 className="label">Who sees what, when</h2>
        <StageLine stages={stagesOf(assignment)} />
        <NamesLine assignment={assignment} />
      </div>
    </div>
  )
}

function SectionStates({ sections }: { readonly sections: AssignmentShape['sections'] }) {
  return (
    <ul className="assigned-sections">
      {sections.map((section) => {
        const missing = missingWords(section)
        return (
          <li key={section.id}>
            <span className="strong">{section.title}</span>
            {section.prompt !== '' && (
              <span className="section-prompt">
                <Icon name="comment" size={14} />
                {section.prompt}
              </span>
            )}
            <span className="meta">
              <Icon name={missing === null ? 'eye' : 'lock'} size={12} />
              {missing ?? 'Open: you see what others wrote here'}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
