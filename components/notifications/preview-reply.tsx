'use client'

import { useState } from 'react'
import { api } from '@/components/api-client'
import { submitOnKey } from '@/components/keyboard/submit-on-key'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { ApiProblem } from '@/lib/api/client'
import { newId } from '@/lib/ids'

// What was typed and not sent stays while the inbox is open, whichever conversation is looked at meanwhile.
const drafts = new Map<string, string>()

/** A reply written in the inbox, in Markdown. */
export function PreviewReply({
  threadId,
  onReplied,
}: {
  readonly threadId: string
  readonly onReplied: () => Promise<void>
}) {
  const [words, setWords] = useState(drafts.get(threadId) ?? '')
  const [key, setKey] = useState(newId)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const keep = (next: string) => {
    drafts.set(threadId, next)
    setWords(next)
    // Other words are another reply; the same ones, sent again, are not.
    setKey(newId())
  }
  const send = async () => {
    if (words.trim() === '' || isSending) return
    setSending(true)
    setProblem(null)
    const body = { format: 'markdown' as const, value: words }
    try {
      await api.threads.reply({ id: threadId, body }, { context: { idempotencyKey: key } })
      keep('')
      await onReplied()
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.message : 'The reply was not sent. Try again.')
    } finally {
      setSending(false)
    }
  }
  return (
    <form
      className="inbox-reply"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={(event) => submitOnKey(event, () => void send())}
    >
      <TextArea
        label="Reply"
        rows={2}
        value={words}
        error={problem}
        dir="auto"
        onChange={({ target }) => keep(target.value)}
      />
      <Button type="submit" variant="primary" disabled={isSending || words.trim() === ''}>
        Reply
      </Button>
    </form>
  )
}
