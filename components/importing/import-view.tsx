import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import type { ImportShape } from '@/lib/importing/contract'
import type { RenderedSection } from '@/lib/text/render'
import { ImportForm } from './import-form'
import { ImportProgress } from './import-progress'
import { ImportReportView } from './import-report'
import { ImportedText } from './imported-text'
import type { ShelfOption } from './new-reading-details'
import { formWords, sizeWords } from './words'

type Props = {
  readonly imported: ImportShape
  readonly text: {
    readonly sections: readonly RenderedSection[]
    readonly language: string
    readonly direction: 'ltr' | 'rtl'
  } | null
  readonly personId: string
  readonly shelves: readonly ShelfOption[]
  readonly shelf: string
}

/** A text on its way in: how far it is, what was understood, or why it could not be read. */
export function ImportView(props: Props) {
  const { imported } = props
  const { metadata, name, size, form } = imported
  const facts = [form === null ? '' : formWords(form), name, size > 0 ? sizeWords(size) : '']
  return (
    <>
      <header className="page-head import-head">
        <h1 className="page-title">{metadata?.title || 'Importing text'}</h1>
        <p className="meta">{facts.filter((fact) => fact !== '').join(' · ')}</p>
        <p className="vh" role="status">
          {STATES[imported.state]}
        </p>
      </header>
      <Outcome {...props} />
    </>
  )
}

// What is said to those who do not see the page change.
const STATES: Readonly<Record<ImportShape['state'], string>> = {
  waiting: '',
  running: '',
  ready: 'The text is imported. Review it and save it.',
  failed: 'The text could not be read.',
  cancelled: 'Stopped.',
  saved: 'Saved.',
}

function Outcome({ imported, text, ...form }: Props) {
  const { state, failure, reading } = imported
  if (state === 'waiting' || state === 'running') return <ImportProgress initial={imported} />
  if (state === 'failed') {
    return (
      <Over title="This text could not be read" again>
        {failure?.message}
      </Over>
    )
  }
  if (state === 'cancelled') {
    return (
      <Over title="Stopped" again>
        Nothing of this text was kept.
      </Over>
    )
  }
  if (text === null) {
    return (
      <Over title="Saved" href={reading === null ? undefined : `/readings/${reading.slug}`}>
        This text was saved already.
      </Over>
    )
  }
  return (
    <div className="import-preview">
      <div className="import-about">
        {imported.report && <ImportReportView importId={imported.id} report={imported.report} />}
        <ImportForm key={imported.report?.guess?.encoding} imported={imported} {...form} />
      </div>
      <ImportedText {...text} />
    </div>
  )
}

function Over({
  title,
  children,
  again = false,
  href,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly again?: boolean
  readonly href?: string
}) {
  return (
    <section className="import-over">
      <h2>{title}</h2>
      <p role={again ? 'alert' : undefined}>{children}</p>
      <div className="row">
        {href !== undefined && (
          <ButtonLink variant="primary" href={href}>
            Open the reading
          </ButtonLink>
        )}
        <ButtonLink href="/readings/new">
          {again ? 'Import it another way' : 'Add another reading'}
        </ButtonLink>
      </div>
    </section>
  )
}
