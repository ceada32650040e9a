'use client'

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { submitOnKey } from '@/components/keyboard/submit-on-key'
import type { DeskPanel } from '@/components/moderation/desk-words'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { WORDS_MAXIMUM } from '@/lib/moderation/contract/words'
import type { Choice } from '@/lib/moderation/decision'
import { FLAG_REASONS, type FlagReason, reasonWords } from '@/lib/moderation/reason'
import type { Said } from './use-desk'

const MORE: readonly { readonly kind: Choice; readonly label: string }[] = [
  { kind: 'remove', label: 'Remove: as hidden, and gone for good after 30 days' },
  { kind: 'lock', label: 'Lock the thread' },
  { kind: 'warn', label: 'Warn the author' },
  { kind: 'mute', label: 'Mute the author for 7 days' },
  { kind: 'suspend', label: 'Suspend the author for 7 days' },
]

/** Why, in a reason, a rule and words that the author is told. Numbers choose the reason, Enter decides. */
export function ReasonPanel({
  panel,
  author,
  rules,
  can,
  isBusy,
  onDecide,
  onClose,
}: {
  readonly panel: Exclude<DeskPanel, 'assign'>
  readonly author: string
  readonly rules: readonly string[]
  readonly can: readonly Choice[]
  readonly isBusy: boolean
  readonly onDecide: (said: Said) => void
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState<FlagReason | null>(null)
  const [rule, setRule] = useState('')
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<Choice>('remove')
  const form = useRef<HTMLFormElement>(null)
  const decided = KINDS[panel] ?? kind
  const needsWords = decided === 'request-edit' || decided === 'warn'
  const says = words.trim() !== '' || (reason !== null && !needsWords)
  const isReady = !isBusy && says

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [])
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    if (!isReady) return
    onDecide({ kind: decided, words, ...(reason && { reason }), ...(rule && { rule }) })
  }
  const pressed = (event: KeyboardEvent<HTMLFormElement>) => {
    submitOnKey(event, send)
    if (event.key === 'Escape') onClose()
    // Where a reason is chosen: a number chooses another, Enter decides.
    if (!(event.target instanceof HTMLElement) || !event.target.closest('fieldset')) return
    const chosen = FLAG_REASONS[Number(event.key) - 1]
    if (chosen) setReason(chosen)
    if (event.key !== 'Enter' || reason === null) return
    event.preventDefault()
    send()
  }
  return (
    <form ref={form} className="desk-panel" onSubmit={send} onKeyDown={pressed}>
      {panel === 'more' && <KindChoice kind={kind} can={can} onChoose={setKind} />}
      {panel !== 'edit' && (
        <ReasonChoice reason={reason} isFirst={panel === 'hide'} onChoose={setReason} />
      )}
      {rules.length > 0 && <RuleChoice rules={rules} rule={rule} onChoose={setRule} />}
      <textarea
        className="textarea"
        data-first={panel === 'edit' ? '' : undefined}
        aria-label={`What ${author} is told`}
        placeholder={needsWords ? 'What should be different?' : 'More words, if you like'}
        rows={2}
        maxLength={WORDS_MAXIMUM}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <p className="meta">
        {author} is told the rule, the reason and these words, and can appeal. Somebody else decides
        the appeal. Replies stay.
      </p>
      <div className="desk-send">
        <Button type="submit" variant={panel === 'edit' ? 'primary' : 'danger'} disabled={!isReady}>
          {SEND[panel]}
        </Button>
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

const KINDS: Readonly<Partial<Record<string, Choice>>> = {
  hide: 'hide',
  edit: 'request-edit',
}

const SEND = { hide: 'Hide', edit: 'Ask for an edit', more: 'Do it' } as const

function KindChoice({
  kind,
  can,
  onChoose,
}: {
  readonly kind: Choice
  readonly can: readonly Choice[]
  readonly onChoose: (kind: Choice) => void
}) {
  const kinds = MORE.filter((each) => can.includes(each.kind))
  return (
    <Select
      data-first
      aria-label="What to do"
      value={kind}
      options={kinds.map((each) => ({ value: each.kind, label: each.label }))}
      onChange={({ target }) => {
        const found = kinds.find((each) => each.kind === target.value)
        if (found) onChoose(found.kind)
      }}
    />
  )
}

function ReasonChoice({
  reason,
  isFirst,
  onChoose,
}: {
  readonly reason: FlagReason | null
  readonly isFirst: boolean
  readonly onChoose: (reason: FlagReason) => void
}) {
  return (
    <fieldset className="desk-choices" aria-label="Reason">
      {FLAG_REASONS.map((each, at) => (
        <Button
          key={each}
          size="sm"
          data-first={isFirst && at === 0 ? '' : undefined}
          aria-pressed={reason === each}
          onClick={() => onChoose(each)}
        >
          {reasonWords(each)} <kbd>{at + 1}</kbd>
        </Button>
      ))}
    </fieldset>
  )
}

function RuleChoice({
  rules,
  rule,
  onChoose,
}: {
  readonly rules: readonly string[]
  readonly rule: string
  readonly onChoose: (rule: string) => void
}) {
  const numbered = rules.map((words, at) => ({
    value: String(at + 1),
    label: `Rule ${at + 1}: ${words}`,
  }))
  return (
    <Select
      aria-label="Rule"
      value={rule}
      options={[{ value: '', label: 'No rule' }, ...numbered]}
      onChange={({ target }) => onChoose(target.value)}
    />
  )
}
