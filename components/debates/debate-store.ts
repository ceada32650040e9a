// The one place where an open debate lives while a page shows it. No React.

import { StateCell } from '@/components/ui/store'
import { notify } from '@/components/ui/toast'
import { ApiProblem } from '@/lib/api/client'
import { RELATIONS, type Relation } from '@/lib/debates/claim'
import type { DebateShape } from '@/lib/debates/contract/debates'
import type { ClaimShape, DebateNews } from '@/lib/debates/contract/shapes'
import {
  type Asked,
  afterNews,
  type ClaimList,
  claimNamed,
  type DebateState,
  keyOf,
  listKey,
  stateFrom,
  withClaims,
  withListed,
} from './debate-state'
import { debatesApi } from './debates-api'

const PAGE = 20
const EMPTY: ClaimList = { keys: [], held: [], nextCursor: null, status: 'loading' }

/** One debate in the page and what may be done to it. */
export class DebateStore extends StateCell<DebateState> {
  readonly me: string | null
  /** What is on its way, by the list it is for. */
  readonly #loads = new Map<string, Promise<void>>()

  constructor(debate: DebateShape, me: string | null) {
    super(stateFrom(debate))
    this.me = me
  }

  /** Shows another thesis, or the same one anew. */
  async show(thesisId?: string): Promise<void> {
    const { debate } = this.getState()
    const shown = thesisId ?? debate.thesisId ?? undefined
    const fresh = await debatesApi.debates.get({ id: debate.id, thesisId: shown })
    const { marked } = this.getState()
    this.put({ ...stateFrom(fresh, this.getState()), marked: [] })
    if (fresh.thesisId === debate.thesisId && marked.length > 0) await this.mark(marked)
  }

  /** A claim as the server answered it. One that is new stands at the end of its lists at once. */
  merge(claim: ClaimShape): void {
    const state = this.getState()
    const lists = claim.archived ? state.lists : withListed(state.lists, claim, 'shown')
    const claims = withClaims(state.claims, [claim])
    const theses = state.debate.theses.map((thesis) => claims.get(thesis.id) ?? thesis)
    this.put({ ...state, claims, lists, debate: { ...state.debate, theses } })
  }

  /** A claim that was just written: shown where it hangs, whatever of that is loaded, and counted there. */
  async added(claim: ClaimShape): Promise<void> {
    const { place } = claim
    if (!place) return
    const { parentId, relation } = place
    const shown = this.getState().lists.has(listKey(parentId, relation)) ? relation : 'any'
    if (shown === 'any') await this.load(parentId, 'any')
    this.merge(claim)
    this.#refresh(parentId)
    this.set({ marked: [keyOf(claim)] })
  }

  /** Loads what lies on the way to a claim and marks it. Gives up where the way ends. */
  async mark(path: readonly string[]): Promise<void> {
    let parentId = this.getState().debate.thesisId
    for (const [depth, key] of path.entries()) {
      if (parentId === null) return
      const found = await this.#find(parentId, key, depth === 0 ? RELATIONS : ['any'])
      if (!found) return
      parentId = found.id
    }
    this.set({ marked: path })
  }

  /** Opens a form again that a draft was written in. False: what it answers is no longer there. */
  async write(thesisId: string, way: readonly string[], form: string): Promise<boolean> {
    if (thesisId !== this.getState().debate.thesisId) await this.show(thesisId)
    if (way.length > 0) await this.mark(way)
    const [parentId = ''] = form.split('.')
    const parent = claimNamed(this.getState(), parentId)
    if (!parent || parent.archived || parent.withdrawn) return false
    this.set({ writing: form })
    return true
  }

  /** The form was closed, or what it held has arrived. */
  endWriting(): void {
    this.set({ writing: null })
  }

  async #find(
    parentId: string,
    key: string,
    relations: readonly (Relation | 'any')[],
  ): Promise<ClaimShape | undefined> {
    for (const relation of relations) {
      const name = listKey(parentId, relation)
      const list = () => this.getState().lists.get(name)
      const isThere = () => list()?.keys.includes(key) === true
      const isMore = () => list()?.status !== 'failed' && list()?.nextCursor !== null
      while (!isThere() && isMore()) await this.load(parentId, relation)
      if (isThere()) return this.getState().claims.get(key)
    }
    return undefined
  }

  /** Asks the server to do something to a claim and takes its answer in; says why when it refuses. */
  async ask(work: () => Promise<ClaimShape>): Promise<ClaimShape | null> {
    try {
      const claim = await work()
      this.merge(claim)
      return claim
    } catch (error) {
      notify({ text: reasonOf(error) })
      return null
    }
  }

  /** Loads the first, or the next, of what hangs on a claim. Who asks while it is loaded waits for the same answer. */
  load(parentId: string, relation: Relation | 'any'): Promise<void> {
    const name = listKey(parentId, relation)
    const known = this.getState().lists.get(name)
    if (known?.status === 'ready' && known.nextCursor === null) return Promise.resolve()
    const loading = this.#loads.get(name) ?? this.#page(parentId, relation)
    this.#loads.set(name, loading)
    return loading.finally(() => this.#loads.delete(name))
  }

  async #page(parentId: string, relation: Relation | 'any'): Promise<void> {
    const name = listKey(parentId, relation)
    const known = this.getState().lists.get(name)
    this.#setList(name, { ...(known ?? EMPTY), status: 'loading' })
    try {
      const page = await debatesApi.claims.children({
        id: parentId,
        relation: relation === 'any' ? undefined : relation,
        cursor: known?.nextCursor ?? undefined,
        limit: PAGE,
      })
      this.set({ claims: withClaims(this.getState().claims, page.items) })
      const sofar = known?.keys ?? []
      const keys = [...sofar, ...page.items.map(keyOf).filter((key) => !sofar.includes(key))]
      this.#setList(name, { keys, held: [], nextCursor: page.nextCursor, status: 'ready' })
    } catch {
      this.#setList(name, { ...(known ?? EMPTY), status: 'failed' })
    }
  }

  /** Opens, or closes, a window that asks something about a claim. */
  askAbout(asked: Asked | null): void {
    this.set({ asked })
  }

  /** Shows what was held back. */
  release(name: string): void {
    const list = this.getState().lists.get(name)
    if (list) this.#setList(name, { ...list, keys: [...list.keys, ...list.held], held: [] })
  }

  /** What happened in a debate. */
  applyNews(news: DebateNews): void {
    if (news.debateId !== this.getState().debate.id) return
    const { state, ask } = afterNews(this.getState(), news, this.me)
    this.put(state)
    for (const id of ask) this.#refresh(id)
  }

  /** How the thread of a claim stands now. */
  patchThread(id: string, thread: Pick<ClaimShape, 'replyCount' | 'lastPostId'>): void {
    const claim = claimNamed(this.getState(), id)
    if (claim) this.set({ claims: withClaims(this.getState().claims, [{ ...claim, ...thread }]) })
  }

  // The counts below a claim changed: only the server knows by how much.
  #refresh(id: string): void {
    if (!claimNamed(this.getState(), id)) return
    debatesApi.claims.get({ id }).then(
      (claim) => this.#counted(claim),
      () => {}, // the next news asks again
    )
  }

  #counted(claim: ClaimShape): void {
    const { claims, debate } = this.getState()
    const next = new Map(claims)
    for (const [key, known] of claims) {
      if (known.id === claim.id) next.set(key, { ...known, below: claim.below })
    }
    const theses = debate.theses.map((thesis) => next.get(thesis.id) ?? thesis)
    this.set({ claims: next, debate: { ...debate, theses } })
  }

  #setList(name: string, list: ClaimList): void {
    this.set({ lists: new Map(this.getState().lists).set(name, list) })
  }
}

/** Why something did not happen, in the server's words. */
export function reasonOf(error: unknown): string {
  return error instanceof ApiProblem
    ? error.message
    : 'That did not work. Nothing is lost: try again in a moment.'
}
