import { schemeShape } from '@/lib/participation/contract'
import { DEFAULT_SCHEME, type Scheme } from '@/lib/participation/scheme'

/** The scheme in what is stored; the one that assignments begin with where nothing is. */
export function schemeFrom(stored: unknown): Scheme {
  return schemeShape.safeParse(stored).data ?? DEFAULT_SCHEME
}
