// What is said of a note whose passage is not where, or not as, it was. Pure.

import type { AnnotationShape } from '@/lib/annotations/contract'

type Place = AnnotationShape['place']

const BY_ITSELF: Readonly<Record<Place['state'], string | null>> = {
  exact: null,
  moved: 'Moved along with its words',
  changed: 'Reworded since',
  section: 'Its passage is gone; it stands on the section',
  lost: 'Its passage is gone, and its section',
}

const BY_SOMEBODY: Readonly<Record<Place['state'], string>> = {
  exact: 'Put on these words',
  moved: 'Moved along with its words',
  changed: 'On words that were chosen for it',
  section: 'Kept on this section',
  lost: 'Kept on the whole reading',
}

/** A line for the card; null for a note that stands on its very words. */
export function placeWords({ state, needsLook, placed, quote }: Place): string | null {
  if (state === 'lost' && quote === null)
    return 'Its section is gone; it stands on the whole reading'
  if (state === 'changed' && needsLook) return 'Much reworded since: is it this passage?'
  return placed ? BY_SOMEBODY[state] : BY_ITSELF[state]
}

/** Why somebody should look, in the queue. */
export function reviewReason({ state, similarity, quote }: Place): string {
  if (state === 'changed') return 'Reworded. One likely place.'
  if (state === 'moved' || similarity !== null) return 'The words stand elsewhere now.'
  if (quote === null) return 'Its section is gone.'
  return state === 'section' ? 'The passage is gone.' : 'The passage is gone, and its section.'
}
