import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import { Icon } from './icon'

type FieldProps = {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | null
  /** Given the attributes that tie the control to its label, hint and error. */
  readonly children: (control: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': true | undefined
  }) => ReactNode
}

/** A labelled control with what helps to fill it in and what is wrong with it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="error" id={`${id}-error`} role="alert">
          <Icon name="warn" size={14} />
          {error}
        </span>
      )}
    </div>
  )
}

/** A labelled line of text. */
export function TextField({
  label,
  hint,
  error,
  className,
  ...rest
}: ComponentProps<'input'> & Omit<FieldProps, 'children'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input className={className ? `input ${className}` : 'input'} {...rest} {...control} />
      )}
    </Field>
  )
}

/** A labelled text of several lines. */
export function TextArea({
  label,
  hint,
  error,
  className,
  ...rest
}: ComponentProps<'textarea'> & Omit<FieldProps, 'children'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          className={className ? `textarea ${className}` : 'textarea'}
          {...rest}
          {...control}
        />
      )}
    </Field>
  )
}
