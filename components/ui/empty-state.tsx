import type { ReactNode } from 'react'

/** Says what would be here, why it matters, and how to begin. */
export function EmptyState({
  title,
  level = 2,
  children,
  actions,
}: {
  readonly title: string
  /** 1 where it is all that a page says. */
  readonly level?: 1 | 2
  readonly children: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className="empty">
      {level === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{children}</p>
      {actions && <div className="row">{actions}</div>}
    </div>
  )
}
