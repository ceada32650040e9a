// The demo's three groups: one of each kind, with every role that there is.

import type { HouseRules } from '@/lib/moderation/contract/house-rules'
import type { GroupRole } from '@/lib/policy/actor'
import type { GroupKind } from '@/lib/policy/facts'
import type { PersonKey } from './people'

export type DemoGroup = {
  readonly kind: GroupKind
  readonly name: string
  readonly description: string
  /** Days before the demo was loaded. */
  readonly made: number
  /** Left out: as groups of its kind have it (lib/moderation/contract/house-rules.ts). */
  readonly houseRules?: Partial<HouseRules>
  readonly members: Readonly<Partial<Record<PersonKey, GroupRole>>>
}

export const GROUPS = {
  'east-asia-desk': {
    kind: 'team',
    name: 'East Asia desk',
    description:
      'Analysts who read one text a week before anybody cites it. We dispute sentences, not people.',
    made: 205,
    houseRules: {
      rules: [
        'Quote before you judge.',
        'Dispute sentences, not people.',
        'Name your source, or say that you have none.',
      ],
      holdsWords: ['leaked', 'classified'],
    },
    members: {
      noor: 'owner',
      ruth: 'moderator',
      ana: 'member',
      mateusz: 'member',
      ha: 'member',
      seoyeon: 'member',
      lucja: 'member',
      yusuf: 'member',
      danylo: 'guest',
    },
  },
  'reading-evidence': {
    kind: 'course',
    name: 'Reading evidence',
    description:
      'A seminar on what a text claims, what it shows, and the distance between the two.',
    made: 62,
    members: {
      tomas: 'owner',
      ingrid: 'instructor',
      kofi: 'assistant',
      chidi: 'member',
      priya: 'member',
      leila: 'member',
      sofia: 'member',
      jonas: 'member',
      amara: 'member',
      tuan: 'member',
      hanna: 'member',
      meiling: 'member',
    },
  },
  'open-room': {
    kind: 'public',
    name: 'Open room',
    description: 'Anybody may read here, and whoever signs in may write. Be brief, be fair, quote.',
    made: 88,
    members: {
      tomas: 'owner',
      danylo: 'moderator',
      ana: 'member',
      ruth: 'member',
      ha: 'member',
      yusuf: 'member',
      ingrid: 'member',
      kofi: 'member',
      chidi: 'member',
      priya: 'member',
      leila: 'member',
    },
  },
} as const satisfies Record<string, DemoGroup>

/** A demo group's key, which is its slug. */
export type GroupKey = keyof typeof GROUPS

/** Whether a string names a demo group. */
export function isGroupKey(key: string): key is GroupKey {
  return Object.hasOwn(GROUPS, key)
}

/** The slugs of all demo groups. */
export const GROUP_KEYS: readonly GroupKey[] = Object.keys(GROUPS).filter(isGroupKey)

/** The members of a demo group with their roles. */
export function membersOf(key: GroupKey): Readonly<Partial<Record<PersonKey, GroupRole>>> {
  return GROUPS[key].members
}
