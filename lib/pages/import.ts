import { ownGroups } from '@/lib/groups/queries'
import type { ImportShape } from '@/lib/importing/contract'
import { presentImport } from '@/lib/importing/present'
import { importDoc, importFor } from '@/lib/importing/queries'
import type { SignedIn } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import { textDirection } from '@/lib/text/direction'
import { parseReadingDoc } from '@/lib/text/reading-schema'
import { type RenderedSection, renderReading } from '@/lib/text/render'

export type LoadedImport = {
  readonly imported: ImportShape
  /** The text as it will be read; null while there is none. */
  readonly text: {
    readonly sections: readonly RenderedSection[]
    readonly language: string
    readonly direction: 'ltr' | 'rtl'
  } | null
}

/** A text that somebody brings in. Throws NotFound. */
export async function loadImport(actor: SignedIn, id: string): Promise<LoadedImport> {
  const imported = presentImport(await importFor(actor, id))
  if (imported.state !== 'ready') return { imported, text: null }
  const doc = parseReadingDoc(await importDoc(actor, id))
  const language = imported.metadata?.language ?? 'en'
  return {
    imported,
    text: { sections: renderReading(doc, []), language, direction: textDirection(null, language) },
  }
}

/** The shelves that a person may put a text on. */
export async function shelvesOf(actor: SignedIn) {
  return (await ownGroups(actor))
    .filter((group) => can(actor, 'reading.create', { group }))
    .map(({ id, slug, name }) => ({ id, slug, name }))
}
