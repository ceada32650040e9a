import { useRoom } from '@/components/room/context'
import { setWatch } from '@/components/room/watch-commands'
import { MenuItem, MenuSeparator } from '@/components/ui/menu'
import type { AnnotationShape } from '@/lib/annotations/contract'

/** Watching or muting what a note belongs to, for whoever is signed in. */
export function WatchItems({ note }: { readonly note: AnnotationShape }) {
  const me = useRoom((state) => state.me)
  const { id, author, sectionId } = note
  const watch = (kind: 'thread' | 'section' | 'person', subjectId: string) => () =>
    void setWatch({ kind, id: subjectId }, 'watching')
  if (!me) return null
  return (
    <>
      <MenuItem icon="bell" onSelect={watch('thread', id)}>
        Watch thread
      </MenuItem>
      <MenuItem icon="close" onSelect={() => void setWatch({ kind: 'thread', id }, 'muted')}>
        Mute thread
      </MenuItem>
      {sectionId !== null && (
        <MenuItem icon="toc" onSelect={watch('section', sectionId)}>
          Watch this section
        </MenuItem>
      )}
      {author && author.id !== me.id && (
        <MenuItem icon="people" onSelect={watch('person', author.id)}>
          Watch {author.name}
        </MenuItem>
      )}
      <MenuSeparator />
    </>
  )
}
