'use client'

import { useEffect, useRef, useState } from 'react'
import { useRoom } from '@/components/room/context'
import { StaffBadge } from '@/components/room/staff-badge'
import { Thread } from '@/components/threads/thread'
import { Avatar } from '@/components/ui/avatar'
import { Icon } from '@/components/ui/icon'
import { Time } from '@/components/ui/time'
import { useNow } from '@/components/ui/use-now'
import { RELATIONS } from '@/lib/debates/claim'
import type { ClaimShape } from '@/lib/debates/contract/shapes'
import { AnswersButton, answersTo, FirstAnswer } from './claim-answers'
import { ClaimEdit } from './claim-edit'
import { ClaimForm } from './claim-form'
import { ClaimList } from './claim-list'
import { ClaimMenu } from './claim-menu'
import { ClaimVotes } from './claim-votes'
import { useDebate, useDebateStore } from './debate-context'
import { keyOf } from './debate-state'
import { EvidenceList } from './evidence-list'
import { ForecastView } from './forecast-view'
import { disputes, relationMeta } from './relations'
import { useWriting } from './use-writing'

/** One claim where it hangs: what it says and rests on, how people voted, what answers it, what is said of it. */
export function ClaimEntry({
  claim,
  depth,
}: {
  readonly claim: ClaimShape
  readonly depth: number
}) {
  const [editing, setEditing] = useState(false)
  const { place, archived } = claim
  const key = place?.linkId ?? claim.id
  const { entry, isMarked } = useMarked(key)
  if (archived) return null
  const className =
    depth === 0
      ? 'claim'
      : `claim claim-below ${place ? relationMeta(place.relation).className : ''}`
  return (
    <article
      ref={entry}
      tabIndex={-1}
      className={isMarked ? `${className} is-marked` : className}
      id={`claim-${key}`}
      aria-labelledby={`says-${key}`}
      data-depth={Math.min(depth, 3)}
    >
      <WhatItDoes claim={claim} depth={depth} />
      {editing ? (
        <ClaimEdit claim={claim} onDone={() => setEditing(false)} />
      ) : (
        <h4 id={`says-${key}`}>{claim.withdrawn ? 'Withdrawn by its author' : claim.text}</h4>
      )}
      {!claim.withdrawn && <Content claim={claim} />}
      <Foot claim={claim} depth={depth} onEdit={() => setEditing(true)} />
    </article>
  )
}

/** Brings the claim that was asked for, or just written, before the reader. */
function useMarked(key: string) {
  const entry = useRef<HTMLElement>(null)
  const marked = useDebate((state) => state.marked)
  const isMarked = marked.at(-1) === key
  useEffect(() => {
    if (!isMarked || marked.length === 0) return
    entry.current?.scrollIntoView({ block: 'nearest' })
    entry.current?.focus({ preventScroll: true })
  }, [isMarked, marked])
  return { entry, isMarked }
}

function Content({ claim }: { readonly claim: ClaimShape }) {
  return (
    <>
      <Byline claim={claim} />
      {claim.explanation !== '' && <p className="explained">{claim.explanation}</p>}
      <EvidenceList claim={claim} />
      {claim.kind !== 'question' && <ClaimVotes claim={claim} />}
      {claim.forecast && <ForecastView claim={claim} />}
    </>
  )
}

/** What it does to its parent, above its words: what it disputes, or below another claim simply what it does. */
function WhatItDoes({
  claim: { place },
  depth,
}: {
  readonly claim: ClaimShape
  readonly depth: number
}) {
  if (!place || (depth === 0 && place.attacks === null)) return null
  const { icon, does } = relationMeta(place.relation)
  return (
    <p className="att">
      {depth > 0 && <Icon name={icon} size={10} />}
      {place.attacks ? disputes(place.attacks) : capitalised(does)}
    </p>
  )
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function Byline({ claim }: { readonly claim: ClaimShape }) {
  const now = useNow()
  const me = useRoom((state) => state.me)
  const { author, createdAt, editedAt, fromNote, parents } = claim
  return (
    <div className="byline">
      {author && <Avatar name={author.name} size={20} me={author.id === me?.id} />}
      <span className="name">{author?.name}</span>
      <StaffBadge personId={author?.id} />
      <Time className="when" at={createdAt} now={now} />
      {editedAt && <span className="meta">edited</span>}
      {parents > 1 && <span className="meta num">hangs on {parents}</span>}
      {fromNote && (
        <a className="textlink push" href={`#note=${claim.id}`}>
          <Icon name="comment" size={14} /> From a note
        </a>
      )}
    </div>
  )
}

type Unfolded = 'answers' | 'thread' | 'writing' | null

/** What is open below a claim: what was pressed, what the way to the marked claim leads through, the form that a draft led to. */
function useUnfolded(claim: ClaimShape) {
  const [pressed, setPressed] = useState<Unfolded>(null)
  const [isLed, setWriting] = useWriting(claim.id, null)
  const isOnTheWay = useDebate(({ marked }) => marked.slice(0, -1).includes(keyOf(claim)))
  useEffect(() => {
    if (isOnTheWay) setPressed('answers')
  }, [isOnTheWay])
  const unfold = (part: Unfolded) => {
    setWriting(false)
    setPressed(part)
  }
  return [isLed ? 'writing' : pressed, unfold] as const
}

function Foot({
  claim,
  depth,
  onEdit,
}: {
  readonly claim: ClaimShape
  readonly depth: number
  readonly onEdit: () => void
}) {
  const store = useDebateStore()
  const { id, replyCount, can } = claim
  const [unfolded, setUnfolded] = useUnfolded(claim)
  const answers = answersTo(claim)
  const toggle = (part: Unfolded) => setUnfolded(unfolded === part ? null : part)
  const showAnswers = () => {
    void store.load(id, 'any')
    toggle('answers')
  }
  return (
    <>
      <footer className="claim-foot">
        <AnswersButton claim={claim} open={unfolded === 'answers'} onToggle={showAnswers} />
        <button
          type="button"
          className="textlink num"
          aria-expanded={unfolded === 'thread'}
          onClick={() => toggle('thread')}
        >
          {replyCount === 1 ? '1 reply' : `${replyCount} replies`}
        </button>
        <span className="push row">
          {can.answer && (
            <button
              type="button"
              className="textlink"
              aria-expanded={unfolded === 'writing'}
              onClick={() => toggle('writing')}
            >
              Answer it
            </button>
          )}
          <ClaimMenu claim={claim} onEdit={onEdit} />
        </span>
      </footer>
      {unfolded === null && <FirstAnswer claim={claim} onOpen={showAnswers} />}
      {unfolded === 'writing' && (
        <ClaimForm
          parentId={id}
          relations={RELATIONS}
          about="this claim"
          onClose={() => setUnfolded(null)}
          onAdded={() => setUnfolded('answers')}
        />
      )}
      {unfolded === 'answers' && (
        <div className="below">
          <ClaimList
            parentId={id}
            relation="any"
            count={answers}
            entry={(answer) => <ClaimEntry claim={answer} depth={depth + 1} />}
          />
        </div>
      )}
      {unfolded === 'thread' && <ClaimThread claim={claim} />}
    </>
  )
}

function ClaimThread({ claim }: { readonly claim: ClaimShape }) {
  const readingId = useRoom(({ reading }) => reading.id)
  const groupId = useRoom(({ group }) => group?.id ?? null)
  const { id, author, replyCount, can } = claim
  const about = { id, author, replyCount, readingId, groupId, can: { reply: can.reply } }
  return (
    <div className="claim-thread note">
      <Thread note={about} />
    </div>
  )
}
