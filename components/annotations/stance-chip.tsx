import { Icon } from '@/components/ui/icon'
import type { NoteKind } from './room-state'
import { stanceOf } from './stances'

/** The stance of a note in icon and word; a plain note carries none. */
export function StanceChip({ kind }: { readonly kind: NoteKind }) {
  if (kind === 'note') return null
  const { word, icon, className } = stanceOf(kind)
  return (
    <span className={`stance ${className}`}>
      <Icon name={icon} />
      {word}
    </span>
  )
}

/** The stance as an icon alone, named for screen readers: for one-line rows. */
export function StanceMark({ kind }: { readonly kind: NoteKind }) {
  const { word, icon, className } = stanceOf(kind)
  return (
    <span className={`stance stance-bare ${className}`} title={word}>
      <Icon name={icon} label={word} />
    </span>
  )
}
