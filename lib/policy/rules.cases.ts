// The permission matrix: for every ability, who has it. One row an ability and state; a letter a column:
//   G guest · S stranger · g guest of the group · m member · d moderator · i instructor · o owner · a author (a member)
// A letter that stands in the row is allowed; one that is missing is denied.

import type { Ability } from './things'

export type MatrixRow = {
  readonly ability: Ability
  readonly when: string
  readonly allowed: string
}

export const MATRIX: readonly MatrixRow[] = [
  { ability: 'reading.see', when: 'a group reading of a team', allowed: 'gmdioa' },
  { ability: 'reading.see', when: 'a public reading', allowed: 'GSgmdioa' },
  { ability: 'reading.see', when: 'a private reading of the author', allowed: 'a' },
  { ability: 'reading.see', when: 'a deleted reading', allowed: '' },
  { ability: 'reading.see', when: 'a group reading of a public group', allowed: 'GSgmdioa' },
  { ability: 'reading.edit', when: 'a group reading of the author', allowed: 'a' },
  { ability: 'reading.delete', when: 'a group reading of the author', allowed: 'a' },
  { ability: 'reading.create', when: 'in no group', allowed: 'Sgmdioa' },
  { ability: 'reading.create', when: 'in a team', allowed: 'mdioa' },
  { ability: 'reading.create', when: 'in a course', allowed: 'dio' },
  { ability: 'reading.shelve', when: 'a public reading in a team', allowed: 'mdioa' },
  { ability: 'reading.shelve', when: 'a public reading in a course', allowed: 'dio' },

  { ability: 'asset.see', when: 'a picture in a group reading of a team', allowed: 'gmdioa' },
  { ability: 'asset.see', when: 'a picture in a public reading', allowed: 'GSgmdioa' },
  { ability: 'asset.see', when: 'a picture in a deleted reading', allowed: '' },
  { ability: 'asset.see', when: 'a picture that the author brought, in no reading', allowed: 'a' },
  { ability: 'asset.create', when: 'for no reading yet', allowed: 'Sgmdioa' },
  { ability: 'asset.create', when: 'for a group reading of the author', allowed: 'a' },

  { ability: 'annotation.see', when: 'a group note', allowed: 'gmdioa' },
  { ability: 'annotation.see', when: 'a private note', allowed: 'a' },
  { ability: 'annotation.see', when: 'a public note on a group reading', allowed: 'gmdioa' },
  { ability: 'annotation.see', when: 'a public note on a public reading', allowed: 'GSgmdioa' },
  { ability: 'annotation.see', when: 'a deleted note without replies', allowed: 'a' },
  { ability: 'annotation.see', when: 'a deleted note with replies', allowed: 'gmdioa' },
  { ability: 'annotation.create', when: 'for the group, on its shelf', allowed: 'mdioa' },
  { ability: 'annotation.create', when: 'for the group, not on its shelf', allowed: '' },
  { ability: 'annotation.create', when: 'for everyone, on a public reading', allowed: 'Sgmdioa' },
  { ability: 'annotation.edit', when: 'a group note', allowed: 'a' },
  { ability: 'annotation.edit', when: 'a deleted note with replies', allowed: '' },
  { ability: 'annotation.delete', when: 'a group note', allowed: 'dioa' },
  { ability: 'annotation.delete', when: 'a private note', allowed: 'a' },
  { ability: 'annotation.restore', when: 'a note deleted by its author', allowed: 'dioa' },
  { ability: 'annotation.restore', when: 'a note deleted by the moderator', allowed: 'dio' },
  { ability: 'annotation.react', when: 'a group note', allowed: 'mdioa' },
  { ability: 'annotation.place', when: 'a group note', allowed: 'dioa' },
  { ability: 'annotation.place', when: 'a private note', allowed: 'a' },
  {
    ability: 'annotation.place',
    when: 'a group note on a reading of the member',
    allowed: 'mdioa',
  },
  { ability: 'annotation.place', when: 'a deleted note with replies', allowed: '' },
  {
    ability: 'annotation.react',
    when: 'a public note on a public reading, in the group',
    allowed: 'mdioa',
  },

  { ability: 'thread.reply', when: 'a group note', allowed: 'mdioa' },
  { ability: 'thread.reply', when: 'a private note', allowed: 'a' },
  {
    ability: 'thread.reply',
    when: 'a public note on a public reading, outside groups',
    allowed: 'Sgmdioa',
  },
  { ability: 'thread.resolve', when: 'a group note', allowed: 'mdioa' },

  { ability: 'reply.see', when: 'on a group note', allowed: 'gmdioa' },
  { ability: 'reply.see', when: 'on a private note', allowed: 'a' },
  { ability: 'reply.edit', when: 'on a group note', allowed: 'a' },
  { ability: 'reply.delete', when: 'on a group note', allowed: 'dioa' },
  { ability: 'reply.restore', when: 'a reply deleted by the moderator', allowed: 'dio' },
  { ability: 'reply.react', when: 'on a group note', allowed: 'mdioa' },

  { ability: 'import.create', when: 'at all, signed in', allowed: 'Sgmdioa' },
  { ability: 'import.see', when: "the author's own", allowed: 'a' },
  { ability: 'import.change', when: "the author's own", allowed: 'a' },
  { ability: 'notification.see', when: "the author's own", allowed: 'a' },
  { ability: 'notification.change', when: "the author's own", allowed: 'a' },

  { ability: 'group.see', when: 'a team', allowed: 'gmdioa' },
  { ability: 'group.see', when: 'a public group', allowed: 'GSgmdioa' },
  { ability: 'group.see', when: 'a deleted team', allowed: '' },
  { ability: 'group.create', when: 'at all', allowed: 'Sgmdioa' },
  { ability: 'group.edit', when: 'a team', allowed: 'o' },
  { ability: 'group.delete', when: 'a team', allowed: 'o' },
  { ability: 'group.seeMembers', when: 'a public group', allowed: 'gmdioa' },
  { ability: 'group.join', when: 'a team', allowed: '' },
  { ability: 'group.join', when: 'a public group', allowed: 'Sgmdioa' },
  { ability: 'group.invite', when: 'as member', allowed: 'dio' },
  { ability: 'group.invite', when: 'as moderator', allowed: 'dio' },
  { ability: 'group.invite', when: 'as owner', allowed: 'o' },
  { ability: 'membership.change', when: 'of a member', allowed: 'o' },
  { ability: 'membership.remove', when: 'of the author, a member', allowed: 'dioa' },
  { ability: 'membership.remove', when: 'of another owner', allowed: 'o' },
  { ability: 'group.transfer', when: 'a team', allowed: 'o' },
  { ability: 'site.administer', when: 'at all', allowed: '' },
]
