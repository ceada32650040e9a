import { kindMeta } from '@/components/room/kind-meta'
import type { NoteKind } from '@/components/room/state'
import { Icon } from '@/components/ui/icon'

/** The stance of a note in icon and word; a plain note carries none. */
export function KindChip({ kind }: { readonly kind: NoteKind }) {
  if (kind === 'note') return null
  const { word, icon, className } = kindMeta(kind)
  return (
    <span className={`stance ${className}`}>
      <Icon name={icon} />
      {word}
    </span>
  )
}

/** The stance as an icon alone, named for screen readers: for one-line rows. */
export function KindMark({ kind }: { readonly kind: NoteKind }) {
  const { word, icon, className } = kindMeta(kind)
  return (
    <span className={`stance stance-bare ${className}`} title={word}>
      <Icon name={icon} label={word} />
    </span>
  )
}
