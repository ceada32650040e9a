'use client'

import { useEffect, useRef, useState } from 'react'
import { keepFocus } from '@/components/keyboard/keep-focus'
import { ButtonLink, IconButton } from '@/components/ui/button'
import { AskStance } from './ask-stance'
import { Assumptions } from './assumptions'
import { ClaimDialogs } from './claim-dialogs'
import { DebateChanges } from './debate-changes'
import { DebateColumns } from './debate-columns'
import { useDebate } from './debate-context'
import { DebateMenu } from './debate-menu'
import { ForecastView } from './forecast-view'
import { Questions } from './questions'
import { StanceBars } from './stance-bars'
import { Proposals, ThesisForm } from './theses'
import { ThesisNav } from './thesis-nav'
import { useAddress } from './use-address'

/** A debate: its thesis, how people stand on it, what speaks for and against it, what is open. */
export function DebatePanel({
  href,
  silently = false,
  onClose,
}: {
  readonly href: string
  /** Whether it is read without saying where one stands. */
  readonly silently?: boolean
  /** Left out on the debate's own page. */
  readonly onClose?: () => void
}) {
  const debate = useDebate((state) => state.debate)
  const [silent, setSilent] = useSilent(silently)
  const heading = useRef<HTMLHeadingElement>(null)
  const alone = onClose === undefined
  useEffect(() => {
    // Whoever opened it in place goes on from its head; the focus stays with what they do there.
    if (!alone) heading.current?.focus({ preventScroll: true })
  }, [alone])
  const thesis = debate.theses.find(({ id }) => id === debate.thesisId)
  useAddress()
  // In the reading room, the room does it.
  useEffect(() => (alone ? keepFocus(() => null) : undefined), [alone])
  const asks = thesis !== undefined && thesis.stance === null && debate.can.takeStance && !silent
  return (
    <div className="debate" id={`debate-${debate.id}`}>
      <header className="d-head">
        <div className="d-top">
          <span className="db-word">Debate</span>
          {asks ? (
            <span className="meta num">
              {debate.bar.claims === 1 ? '1 claim' : `${debate.bar.claims} claims`}
            </span>
          ) : (
            <ThesisNav />
          )}
          <span className="push row d-tools">
            <ButtonLink variant="ghost" size="sm" icon="tree" href={mapOf(href)} aria-label="Map">
              <span>Map</span>
            </ButtonLink>
            <DebateMenu href={href} />
            {onClose && (
              <IconButton icon="up" label="Close the debate" size="sm" onClick={onClose} />
            )}
          </span>
        </div>
        <h3 ref={heading} tabIndex={-1}>
          {thesis?.text ?? 'There is no thesis yet'}
        </h3>
        {thesis && thesis.explanation !== '' && <p className="d-explained">{thesis.explanation}</p>}
      </header>
      {thesis === undefined && <NoThesis />}
      {thesis && asks && (
        <AskStance thesis={thesis} href={silentOf(href)} onSilent={() => setSilent(true)} />
      )}
      {thesis && !asks && (
        <>
          <StanceBars thesis={thesis} />
          <DebateColumns thesis={thesis} />
          {thesis.forecast && <ForecastView claim={thesis} />}
          <Questions thesisId={thesis.id} />
          <Assumptions thesisId={thesis.id} />
        </>
      )}
      {!asks && (
        <>
          <Proposals />
          <DebateChanges />
          <ClaimDialogs />
        </>
      )}
    </div>
  )
}

/** Whether the question where one stands was passed by: also by a draft, which was written behind it. */
function useSilent(silently: boolean) {
  const isWriting = useDebate(({ writing }) => writing !== null)
  const [silent, setSilent] = useState(silently)
  return [silent || isWriting, setSilent] as const
}

function silentOf(href: string): string {
  return `${href}${href.includes('?') ? '&' : '?'}read=silently`
}

function mapOf(href: string): string {
  const [path = '', query] = href.split('?')
  return query === undefined ? `${path}/map` : `${path}/map?${query}`
}

function NoThesis() {
  const may = useDebate(({ debate }) => debate.can)
  if (!may.argue) return <p className="meta">Nobody has set one to argue about.</p>
  return (
    <div className="d-first">
      <p>
        A debate is about a short statement that can be true or false.{' '}
        {may.setThesis
          ? 'Set the first one.'
          : 'Propose one: it stands once enough of the group want it.'}
      </p>
      <ThesisForm />
    </div>
  )
}
