import { RevisionCrumbs } from '@/components/revisions/revision-crumbs'
import type { ReadingShape } from '@/lib/readings/contract'
import { DetailsDialog } from './details-dialog'

/** Above the editor: which text this is, and what is said of it. */
export function EditHead({ reading }: { readonly reading: ReadingShape }) {
  return (
    <header className="edit-head">
      <div>
        <RevisionCrumbs reading={reading} />
        <h1 className="page-title">{reading.title}</h1>
      </div>
      <DetailsDialog reading={reading} />
    </header>
  )
}
