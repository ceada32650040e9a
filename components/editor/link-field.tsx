'use client'

import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { safeHref } from '@/lib/text/safe-href'

/** Asks where the selected words shall lead. */
export function LinkField({
  editor,
  onDone,
}: {
  readonly editor: Editor
  readonly onDone: () => void
}) {
  const [address, setAddress] = useState(() => String(editor.getAttributes('link').href ?? ''))
  const [wrong, setWrong] = useState(false)

  function put(): void {
    const given = address.trim()
    const href = given === '' ? '' : linkTo(given)
    if (href === null) {
      setWrong(true)
      return
    }
    const chain = editor.chain().focus().extendMarkRange('link')
    const wordless = editor.state.selection.empty && !editor.isActive('link')
    if (href === '') chain.unsetLink().run()
    else if (wordless) {
      const mark = { type: 'link', attrs: { href } }
      chain.insertContent({ type: 'text', text: given, marks: [mark] }).run()
    } else chain.setLink({ href }).run()
    onDone()
  }

  return (
    <fieldset
      className="link-field"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          editor.commands.focus()
          onDone()
        }
        if (event.key === 'Enter') {
          event.preventDefault()
          put()
        }
      }}
    >
      <TextField
        label="Address of the link"
        type="url"
        inputMode="url"
        autoFocus
        value={address}
        error={wrong ? 'Only web and mail addresses can be linked.' : null}
        onChange={(event) => setAddress(event.target.value)}
      />
      <Button size="sm" onClick={put}>
        Set link
      </Button>
    </fieldset>
  )
}

function linkTo(given: string): string | null {
  return safeHref(/^[a-z]+:/i.test(given) || given.startsWith('#') ? given : `https://${given}`)
}
