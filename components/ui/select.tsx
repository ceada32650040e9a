import type { ComponentProps } from 'react'

type SelectProps = Omit<ComponentProps<'select'>, 'children'> & {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** The browser's own select: it works without JavaScript, by keyboard and on every phone. */
export function Select({ options, className, ...rest }: SelectProps) {
  return (
    <span className="select-wrap">
      <select className={className ? `select ${className}` : 'select'} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
