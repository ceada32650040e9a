'use client'

import { type ComponentProps, type ReactNode, useActionState, useId } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { type FormAction, type FormState, UNSENT } from './form-state'

export type AccessField = {
  readonly name: string
  readonly label: string
  readonly type: 'email' | 'password' | 'text'
  readonly autoComplete: string
  readonly hint?: string
  readonly placeholder?: string
  readonly minLength?: number
  readonly value?: string
  /** Stands beside the label. */
  readonly beside?: ReactNode
}

type AccessFormProps = {
  readonly action: FormAction
  readonly fields: readonly AccessField[]
  /** Sent along unseen. */
  readonly carried?: Readonly<Record<string, string>>
  readonly submit: string
  readonly children?: ReactNode
}

/** A form by which one gets in. It is sent by the browser itself, so it works before or without any script. */
export function AccessForm({ action, fields, carried = {}, submit, children }: AccessFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT)
  return (
    <form className="stack access-form" action={send}>
      {state.problem !== null && state.field === null && (
        <p className="banner banner-warn" role="alert">
          <Icon name="warn" />
          {state.problem}
        </p>
      )}
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <AccessInput key={field.name} {...field} state={state} />
      ))}
      <Button type="submit" variant="primary" size="lg" disabled={pending}>
        {submit}
      </Button>
      {children}
    </form>
  )
}

type AccessInputProps = AccessField & { readonly state: FormState }

function AccessInput({ state, label, hint, beside, value, ...rest }: AccessInputProps) {
  const id = useId()
  const problem = state.field === rest.name ? state.problem : null
  const described = [hint ? `${id}-hint` : null, problem ? `${id}-error` : null].filter(Boolean)
  const input: ComponentProps<'input'> = {
    ...rest,
    id,
    className: 'input input-lg',
    required: true,
    defaultValue: state.typed[rest.name] ?? value,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
  }
  return (
    <div className="field">
      <div className="spread">
        <label className="label" htmlFor={id}>
          {label}
        </label>
        {beside}
      </div>
      <input {...input} />
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {problem && (
        <span className="error" id={`${id}-error`} role="alert">
          <Icon name="warn" size={14} />
          {problem}
        </span>
      )}
    </div>
  )
}
