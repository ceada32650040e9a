'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { ClaimEntry } from './claim-entry'
import { ClaimForm } from './claim-form'
import { useDebate, useDebateStore } from './debate-context'
import { listKey } from './debate-state'
import { ResolveQuestion } from './resolve-question'
import { useMarkedOpen } from './use-marked-open'
import { useWriting } from './use-writing'

/** What is not known: the questions on a thesis, each with its answers. */
export function Questions({ thesisId }: { readonly thesisId: string }) {
  const store = useDebateStore()
  const list = useDebate(({ lists }) => lists.get(listKey(thesisId, 'asks')))
  const claims = useDebate((state) => state.claims)
  const may = useDebate(({ debate }) => debate.can.argue)
  const [asking, setAsking] = useWriting(thesisId, 'asks')
  const keys = [...(list?.keys ?? []), ...(list?.held ?? [])]
  const questions = keys.flatMap((key) => claims.get(key) ?? [])
  const [open, setOpen] = useMarkedOpen(questions)
  if (questions.length === 0 && !may) return null
  return (
    <section className="questions" aria-labelledby={`q-${thesisId}`}>
      <h4 className="col-head is-question" id={`q-${thesisId}`}>
        <Icon name="question" size={12} />
        Questions <span className="n num">{questions.length}</span>
      </h4>
      {may && !asking && (
        <Button
          variant="ghost"
          size="sm"
          icon="plus"
          className="col-add"
          onClick={() => setAsking(true)}
        >
          Question
        </Button>
      )}
      {asking && (
        <ClaimForm
          parentId={thesisId}
          relations={['asks']}
          about="the thesis"
          onClose={() => setAsking(false)}
        />
      )}
      <ul>
        {questions.map((question) => {
          const answers =
            question.below.supports + question.below.opposes + question.below.qualifies
          return (
            <li key={question.id}>
              <button
                type="button"
                className="question-words"
                aria-expanded={open === question.id}
                onClick={() => {
                  void store.load(question.id, 'any')
                  setOpen(open === question.id ? null : question.id)
                }}
              >
                {question.text}
              </button>
              <span className="meta num">
                {question.author?.name} ·{' '}
                {question.resolved
                  ? 'settled'
                  : answers === 0
                    ? 'unanswered'
                    : `${answers} proposed`}
              </span>
              {open === question.id && (
                <div className="below">
                  <ClaimEntry claim={question} depth={1} />
                  <ResolveQuestion claim={question} />
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {list?.nextCursor && (
        <button
          type="button"
          className="textlink more"
          onClick={() => void store.load(thesisId, 'asks')}
        >
          More questions
        </button>
      )}
    </section>
  )
}
