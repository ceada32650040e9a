import type { GroupShape } from '@/lib/groups/contract'

/** What somebody reads who has just joined. */
export function Arrival({ group }: { readonly group: GroupShape }) {
  return (
    <p className="banner arrival" role="status">
      Welcome to {group.name}. {group.role === 'guest' ? GUEST : WRITER}
    </p>
  )
}

const WRITER =
  'Open a reading below, select a few words and write a note: everyone in the group sees it beside those words and can reply.'
const GUEST = 'Open a reading below to read it with the notes that the group writes in its margins.'
