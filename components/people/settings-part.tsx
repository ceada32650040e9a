import type { ReactNode } from 'react'

type SettingsPartProps = {
  readonly id: string
  readonly title: string
  readonly about: ReactNode
  readonly children: ReactNode
}

/** One subject of the settings: what it is on the left, what is to be done on the right. */
export function SettingsPart({ id, title, about, children }: SettingsPartProps) {
  return (
    <section className="settings-part" aria-labelledby={id}>
      <div className="settings-about">
        <h2 className="settings-title" id={id}>
          {title}
        </h2>
        <p className="muted">{about}</p>
      </div>
      <div className="settings-body">{children}</div>
    </section>
  )
}

/** What came of a change, said where it was asked for. */
export function Outcome({ done }: { readonly done: string | null }) {
  return (
    <span className="settings-done" role="status">
      {done}
    </span>
  )
}
