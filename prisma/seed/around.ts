// What every row of the demo needs to know: when it is, and which ids were given.

import type { GroupKey } from './groups'
import type { PersonKey } from './people'

export type Around = {
  readonly now: Date
  readonly personId: (key: PersonKey) => string
  readonly groupId: (key: GroupKey) => string
}

/** From keys to ids. Asking for a key that has none is a fault of the demo, and throws. */
export function idsBy<Key extends string>(
  pairs: readonly (readonly [Key, string])[],
): (key: Key) => string {
  const ids = new Map(pairs)
  return (key) => {
    const id = ids.get(key)
    if (id === undefined) throw new Error(`The demo has no ${key}.`)
    return id
  }
}
