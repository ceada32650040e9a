// Keeping a text that is written: at once in this browser, a moment later on the server. Two who write the same draft never overwrite
// each other: a save names the version it replaces, and where that is not the newest both texts are kept and a person chooses. No React.

import { api } from '@/components/api-client'
import type { Draft } from '@/components/editor/draft-shape'
import { forgetDraft, keepDraft, keepLastWords } from '@/components/editor/drafts'
import { StateCell } from '@/components/ui/store'
import { ApiProblem } from '@/lib/api/client'
import { type DraftShape, draftShape } from '@/lib/revisions/contract'

/** The text as it is at a moment. */
export type Snapshot = {
  readonly doc: Record<string, unknown>
  readonly text: string
  readonly edits: [number, number, number][]
}

export type SyncStatus = 'saved' | 'unsaved' | 'saving' | 'offline' | 'failed' | 'conflict'

export type SyncState = {
  readonly status: SyncStatus
  readonly version: number
  readonly problem: string | null
  /** What somebody else saved meanwhile; null: the draft is gone, since it was published or thrown away. */
  readonly theirs: DraftShape | null
}

const KEEP_MS = 250
const SAVE_MS = 1_200
const AGAIN_MS = 5_000

/** Where a draft on the server stands, as the browser's copy remembers it. */
export function standOf(baseRevisionId: string, version: number): string {
  return `${baseRevisionId}/${version}`
}

/**
 * Follows one text from the state it is in on the server. `snapshot` is asked only when something is kept or saved; null while there is
 * nothing to ask.
 */
export class DraftSync extends StateCell<SyncState> {
  readonly #place: { readonly id: string; readonly baseRevisionId: string; readonly key: string }
  readonly #snapshot: () => Snapshot | null
  #keepTimer: ReturnType<typeof setTimeout> | undefined
  #saveTimer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<boolean> | null = null

  constructor(
    place: { readonly id: string; readonly baseRevisionId: string; readonly key: string },
    version: number,
    snapshot: () => Snapshot | null,
  ) {
    super({ status: 'saved', version, problem: null, theirs: null })
    this.#place = place
    this.#snapshot = snapshot
  }

  /** Something was written. */
  changed(): void {
    if (this.getState().status !== 'conflict') this.set({ status: 'unsaved' })
    this.#keepTimer ??= setTimeout(() => void this.#keep(), KEEP_MS)
    this.#later(SAVE_MS)
  }

  /** Saves now what is not saved. Resolves with whether the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#saveTimer)
    await this.#saving
    const { status } = this.getState()
    if (status === 'saved') return true
    return status === 'conflict' ? false : this.#save()
  }

  /** In a conflict: what is written here takes the place of the other text, which stays with whoever wrote it and in its own history. */
  async keepMine(): Promise<boolean> {
    const { theirs } = this.getState()
    this.set({ status: 'unsaved', version: theirs?.version ?? 0, theirs: null })
    return this.#save()
  }

  /** The page goes away: the last words are kept in the browser. */
  leave(): void {
    const draft = this.#draft()
    if (draft && this.getState().status !== 'saved') keepLastWords(this.#place.key, draft)
  }

  /** Tries again what could not be sent. */
  back(): void {
    if (['offline', 'failed', 'unsaved'].includes(this.getState().status)) void this.flush()
  }

  stop(): void {
    clearTimeout(this.#keepTimer)
    clearTimeout(this.#saveTimer)
  }

  #later(after: number): void {
    clearTimeout(this.#saveTimer)
    this.#saveTimer = setTimeout(() => this.back(), after)
  }

  #draft(): Draft | null {
    const from = standOf(this.#place.baseRevisionId, this.getState().version)
    const snapshot = this.#snapshot()
    return snapshot && { ...snapshot, from }
  }

  async #keep(): Promise<void> {
    this.#keepTimer = undefined
    const draft = this.#draft()
    if (draft && this.getState().status !== 'saved') await keepDraft(this.#place.key, draft)
  }

  #save(): Promise<boolean> {
    this.#saving ??= this.#send().finally(() => {
      this.#saving = null
    })
    return this.#saving
  }

  async #send(): Promise<boolean> {
    const { id, baseRevisionId, key } = this.#place
    const snapshot = this.#snapshot()
    if (!snapshot) return false
    const { doc, edits } = snapshot
    const { version } = this.getState()
    this.set({ status: 'saving', problem: null })
    try {
      const saved = await api.revisions.keepDraft({
        id,
        baseRevisionId,
        version,
        doc,
        edits,
      })
      const isStill = this.getState().status === 'saving'
      this.set({ version: saved.version, status: isStill ? 'saved' : 'unsaved' })
      if (isStill) await forgetDraft(key)
      return isStill
    } catch (error) {
      this.#failed(error)
      return false
    }
  }

  #failed(error: unknown): void {
    if (error instanceof ApiProblem && error.code === 'stale-draft') {
      const theirs = draftShape.nullable().safeParse(error.details.current)
      this.set({ status: 'conflict', theirs: theirs.success ? theirs.data : null })
      void this.#keep()
      return
    }
    const offline = error instanceof ApiProblem && error.status === 0
    const problem = error instanceof ApiProblem ? error.message : 'It could not be saved.'
    this.set({ status: offline ? 'offline' : 'failed', problem })
    this.#later(AGAIN_MS)
  }
}
