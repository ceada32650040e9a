'use client'

import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { api } from '@/components/api-client'
import { Outcome, SettingsPart } from '@/components/people/settings-part'
import { useSaving } from '@/components/people/use-saving'
import { Button } from '@/components/ui/button'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { NotificationSettings } from '@/lib/notifications/contract'

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}))

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (label, at) => ({ value: String(at + 1), label }),
)

/** What comes by mail, and when. */
export function MailSettings({
  settings,
  sendsMail,
  isProven,
}: {
  readonly settings: NotificationSettings
  /** Whether this server can send mail at all. */
  readonly sendsMail: boolean
  /** Whether the person has shown that their address is theirs. */
  readonly isProven: boolean
}) {
  const [digest, setDigest] = useState(settings.digest)
  const [isQuiet, setQuiet] = useState(settings.quietFrom !== null)
  return (
    <SettingsForm
      id="mail"
      title="Email"
      about="Mentions and replies to you can be mailed at once, unless you are here and read them. The rest comes in one digest."
      change={(form) => ({
        mailsAtOnce: form.get('mailsAtOnce') !== null,
        digest,
        digestHour: numberIn(form, 'digestHour', settings.digestHour),
        digestDay: numberIn(form, 'digestDay', settings.digestDay),
        timeZone: String(form.get('timeZone')),
        quietFrom: isQuiet ? numberIn(form, 'quietFrom', 22) : null,
        quietTo: isQuiet ? numberIn(form, 'quietTo', 7) : null,
      })}
    >
      {!sendsMail && (
        <p className="meta" role="note">
          This server sends no email yet. What you choose here takes effect once it does.
        </p>
      )}
      {sendsMail && !isProven && (
        <p className="meta" role="note">
          Your address is not confirmed, so nothing is mailed to you. Sign in once by an emailed
          link to confirm it.
        </p>
      )}
      <Check name="mailsAtOnce" defaultChecked={settings.mailsAtOnce}>
        Mail me mentions and replies to me at once
      </Check>
      <Field label="Digest">
        {(control) => (
          <Select
            {...control}
            value={digest}
            onChange={({ target }) => setDigest(digestFrom(target.value))}
            options={[
              { value: 'off', label: 'No digest' },
              { value: 'daily', label: 'Every day' },
              { value: 'weekly', label: 'Every week' },
            ]}
          />
        )}
      </Field>
      {digest !== 'off' && (
        <div className="row row-3">
          {digest === 'weekly' && (
            <Chosen label="Day" name="digestDay" from={settings.digestDay} options={DAYS} />
          )}
          <Chosen label="Time" name="digestHour" from={settings.digestHour} options={HOURS} />
        </div>
      )}
      <TimeZone timeZone={settings.timeZone} />
      <Check checked={isQuiet} onChange={setQuiet}>
        Quiet hours: no mail between
      </Check>
      {isQuiet && (
        <div className="row row-3">
          <Chosen label="From" name="quietFrom" from={settings.quietFrom ?? 22} options={HOURS} />
          <Chosen label="To" name="quietTo" from={settings.quietTo ?? 7} options={HOURS} />
        </div>
      )}
    </SettingsForm>
  )
}

const LEVELS = [
  { value: 'all', label: 'Everything' },
  { value: 'mine', label: 'What concerns me' },
  { value: 'none', label: 'Nothing' },
]

/** How much somebody is told of each of their groups. */
export function GroupLevels({
  levels,
  groups,
}: {
  readonly levels: NotificationSettings['levels']
  readonly groups: readonly { readonly id: string; readonly name: string }[]
}) {
  return (
    <SettingsForm
      id="groups"
      title="Groups"
      about="What concerns you: mentions, replies to you, and threads you take part in or watch."
      change={(form) => ({
        levels: Object.fromEntries(groups.map(({ id }) => [id, levelFrom(form.get(id))])),
      })}
    >
      {groups.length === 0 && <p className="meta">You are in no group yet.</p>}
      {groups.map(({ id, name }) => (
        <Field key={id} label={name}>
          {(control) => (
            <Select {...control} name={id} defaultValue={levels[id] ?? 'mine'} options={LEVELS} />
          )}
        </Field>
      ))}
    </SettingsForm>
  )
}

function SettingsForm({
  id,
  title,
  about,
  change,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly change: (form: FormData) => Partial<NotificationSettings>
  readonly children: ReactNode
}) {
  const { pending, done, problem, save } = useSaving()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const settings = change(new FormData(event.currentTarget))
    save(() => api.notifications.set(settings), 'Saved.')
  }
  return (
    <SettingsPart id={id} title={title} about={about}>
      <form className="settings-form" onSubmit={send}>
        {children}
        {problem && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
        <div className="row row-3">
          <Button type="submit" disabled={pending}>
            Save
          </Button>
          <Outcome done={done} />
        </div>
      </form>
    </SettingsPart>
  )
}

function Chosen({
  label,
  name,
  from,
  options,
}: {
  readonly label: string
  readonly name: string
  readonly from: number
  readonly options: readonly { readonly value: string; readonly label: string }[]
}) {
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} name={name} defaultValue={String(from)} options={options} />
      )}
    </Field>
  )
}

function Check({
  name,
  defaultChecked,
  checked,
  onChange,
  children,
}: {
  readonly name?: string
  readonly defaultChecked?: boolean
  readonly checked?: boolean
  readonly onChange?: (checked: boolean) => void
  readonly children: ReactNode
}) {
  return (
    <label className="settings-check">
      <input
        type="checkbox"
        name={name}
        defaultChecked={defaultChecked}
        checked={checked}
        onChange={onChange && (({ target }) => onChange(target.checked))}
      />
      {children}
    </label>
  )
}

function TimeZone({ timeZone }: { readonly timeZone: string }) {
  const id = useId()
  const [zone, setZone] = useState(timeZone)
  const here = () => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone)
  return (
    <>
      <TextField
        label="Time zone"
        name="timeZone"
        list={id}
        required
        maxLength={64}
        autoComplete="off"
        value={zone}
        onChange={({ target }) => setZone(target.value)}
        hint={
          <button type="button" className="textlink" onClick={here}>
            Use the time zone of this device
          </button>
        }
      />
      <datalist id={id}>
        {Intl.supportedValuesOf('timeZone').map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

function numberIn(form: FormData, name: string, or: number): number {
  const value = form.get(name)
  return value === null ? or : Number(value)
}

function digestFrom(value: string): NotificationSettings['digest'] {
  return value === 'off' || value === 'weekly' ? value : 'daily'
}

function levelFrom(value: FormDataEntryValue | null): 'all' | 'mine' | 'none' {
  return value === 'all' || value === 'none' ? value : 'mine'
}
