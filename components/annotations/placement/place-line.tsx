import { Icon } from '@/components/ui/icon'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { placeWords } from './place-words'

/** On a card: that a note does not stand on its very words, and whether somebody should look. */
export function PlaceLine({ place }: { readonly place: AnnotationShape['place'] }) {
  const words = placeWords(place)
  if (words === null) return null
  return (
    <p className={place.needsLook ? 'place-line is-unsure' : 'place-line'}>
      <Icon name={place.needsLook ? 'warn' : 'history'} size={14} />
      {words}
    </p>
  )
}
