import { schemeFrom } from '@/lib/participation/queries/stored'
import type { AnyActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import { stateOf } from './assignment'
import type {
  AssignedSection,
  AssignmentShape,
  AssignmentSummary,
  ExtensionShape,
} from './contract'
import { dueTimeOf } from './lateness'
import type { AssignmentRow, SummaryRow } from './queries/assignments'
import type { CircleRow } from './queries/circles'
import type { ExtensionRow } from './queries/extensions'
import { lateRuleFrom, stepsFrom, storedSteps } from './queries/stored'
import { REQUIRED_KINDS } from './required-kinds'
import { audienceAt, type Gates, hasOpenedForAll } from './schedule'

/** What stands beside the row: what depends on the viewer and the moment. */
export type Viewed = {
  readonly ownNotes: ReadonlyMap<string, number>
  readonly circle: CircleRow | null
  readonly seenAs: string | null
  readonly now: Date
}

/** An assignment as a list shows it to one viewer. */
export function presentSummary(viewer: AnyActor, row: SummaryRow): AssignmentSummary {
  const [completion] = row.completions
  const extensions = row.extensions.map(({ dueAt, personId }) => ({
    dueAt,
    for: personId === null ? ('circle' as const) : ('person' as const),
  }))
  return {
    id: row.id,
    groupId: row.groupId,
    reading: { id: row.reading.id, slug: row.reading.slug, title: row.reading.title },
    title: row.title,
    version: row.version,
    state: stateOf(row),
    opensAt: row.opensAt?.toISOString() ?? null,
    dueAt: dueTimeOf(row.dueAt, extensions)?.toISOString() ?? null,
    repliesUntil: row.repliesUntil?.toISOString() ?? null,
    timeZone: row.group.timeZone,
    steps: storedSteps(stepsFrom(row.steps)),
    names: row.names,
    completion: completion ? { at: completion.at.toISOString() } : null,
    can: {
      lead: can(viewer, 'assignment.lead', row),
      work: can(viewer, 'assignment.work', row),
    },
  }
}

/** Another due time, as staff see it. */
export function presentExtension(row: ExtensionRow): ExtensionShape {
  const { person, circle, dueAt, givenAt, givenBy } = row
  return {
    for: person ? 'person' : 'circle',
    receiver: person ?? circle ?? { id: row.id, name: '' },
    dueAt: dueAt.toISOString(),
    givenAt: givenAt.toISOString(),
    by: givenBy,
  }
}

/** An assignment as it stands for one viewer. */
export function presentAssignment(
  viewer: AnyActor,
  row: AssignmentRow,
  viewed: Viewed,
): AssignmentShape {
  const leads = can(viewer, 'assignment.lead', row)
  const { circle, seenAs, now } = viewed
  return {
    ...presentSummary(viewer, row),
    instructions: row.instructions,
    requiredKinds: REQUIRED_KINDS.filter((kind) => row.requiredKinds.includes(kind)),
    lateRule: lateRuleFrom(row.lateRule),
    scheme: schemeFrom(row.scheme),
    sections: row.sections
      .toSorted((one, other) => ordinalOf(one) - ordinalOf(other))
      .map((section) => presentSection(viewer, { row, section, viewed, leads })),
    audience: leads ? 'class' : audienceAt(row, now),
    circle,
    seenAs,
    changes: row.changes.map(({ version, at, changedBy, changes }) => ({
      version,
      at: at.toISOString(),
      by: changedBy,
      changes,
    })),
  }
}

type Section = AssignmentRow['sections'][number]

function ordinalOf({ section }: Section): number {
  return section.revisions[0]?.ordinal ?? Number.MAX_SAFE_INTEGER
}

function presentSection(
  viewer: AnyActor,
  about: { row: Gates & { id: string }; section: Section; viewed: Viewed; leads: boolean },
): AssignedSection {
  const { row, section, viewed, leads } = about
  const id = section.sectionId
  const needsNone = leads || hasOpenedForAll(row, viewed.now)
  return {
    id,
    title: section.section.revisions[0]?.title ?? 'A section that is not in the text any more',
    prompt: section.prompt,
    open: viewer.kind !== 'signed-in' || !viewer.withheld.sections.get(row.id)?.has(id),
    ownNotes: viewed.ownNotes.get(id) ?? 0,
    notesNeeded: needsNone ? 0 : row.notesFirst,
  }
}
