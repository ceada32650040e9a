'use client'

import type { FormEvent } from 'react'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Outcome, SettingsPart } from './settings-part'
import { useSaving } from './use-saving'

type PasswordFormProps = {
  readonly hasPassword: boolean
  /** For password managers, which keep a password under an address. */
  readonly email: string
}

/** Changes one's password, or makes the first one. */
export function PasswordForm({ hasPassword, email }: PasswordFormProps) {
  const { pending, done, problem, code, save } = useSaving()
  const isCurrentWrong = code === 'password-wrong'

  const change = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const [current, next] = [passwordIn(data, 'current'), passwordIn(data, 'next')]
    save(async () => {
      await api.people.changePassword({ current, next })
      form.reset()
    }, 'Changed. You are signed out everywhere else.')
  }

  return (
    <SettingsPart
      id="password"
      title="Password"
      about={
        hasPassword
          ? 'A new one signs you out everywhere but here.'
          : 'You have none yet: you came by a link or another sign-in.'
      }
    >
      <form className="settings-form" onSubmit={change}>
        <input type="hidden" name="email" autoComplete="username" defaultValue={email} />
        {hasPassword && (
          <TextField
            label="Current password"
            name="current"
            type="password"
            autoComplete="current-password"
            required
            error={isCurrentWrong ? problem : null}
          />
        )}
        <TextField
          label="New password"
          name="next"
          type="password"
          autoComplete="new-password"
          hint="At least 10 characters; a few words make a good one."
          minLength={10}
          required
          error={isCurrentWrong ? null : problem}
        />
        <div className="row row-3">
          <Button type="submit" disabled={pending}>
            {hasPassword ? 'Change password' : 'Set password'}
          </Button>
          <Outcome done={done} />
        </div>
      </form>
    </SettingsPart>
  )
}

// Just as it was typed: a space at its end belongs to it.
function passwordIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
