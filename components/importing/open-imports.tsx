import Link from 'next/link'
import type { ImportShape } from '@/lib/importing/contract'
import { progressWords } from './words'

/** Texts that one has begun to bring in and not saved yet. */
export function OpenImports({ imports }: { readonly imports: readonly ImportShape[] }) {
  if (imports.length === 0) return null
  return (
    <section className="open-imports" aria-labelledby="open-imports">
      <h2 id="open-imports" className="label">
        Unfinished imports
      </h2>
      <ul>
        {imports.map((one) => (
          <li key={one.id}>
            <Link href={`/imports/${one.id}`} className="truncate">
              {one.metadata?.title || one.name}
            </Link>
            <span className="meta nowrap">{stateWords(one)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateWords(one: ImportShape): string {
  if (one.state === 'ready') return 'Ready to review'
  return one.state === 'failed' ? 'Could not be read' : progressWords(one)
}
