'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Icon } from '@/components/ui/icon'
import { type FormAction, UNSENT } from './form-state'

type Demo = { readonly id: string; readonly name: string; readonly role: string }

type DemoPeopleProps = {
  readonly people: readonly Demo[]
  readonly next: string
  readonly walkIn: FormAction
}

// As many as stand above the form on a small screen; the others are folded.
const SHOWN = 4

/** The people of the demo: one press, and one is in as one of them. */
export function DemoPeople({ people, next, walkIn }: DemoPeopleProps) {
  const [state, send] = useActionState(walkIn, UNSENT)
  const rest = people.slice(SHOWN)
  return (
    <section className="demo-people" aria-labelledby="demo-people">
      <h2 className="label" id="demo-people">
        Try the demo as…
      </h2>
      {state.problem !== null && (
        <p className="banner banner-warn" role="alert">
          <Icon name="warn" />
          {state.problem}
        </p>
      )}
      <form action={send}>
        <input type="hidden" name="next" value={next} />
        <DemoList people={people.slice(0, SHOWN)} />
        {rest.length > 0 && (
          <details>
            <summary className="meta">
              {`And ${rest.length} more`}
              <Icon name="down" size={12} />
            </summary>
            <DemoList people={rest} />
          </details>
        )}
      </form>
      <p className="meta">
        Demo people on this server only. <Link href="/">Look around as a guest</Link>
      </p>
    </section>
  )
}

function DemoList({ people }: { readonly people: readonly Demo[] }) {
  return (
    <ul>
      {people.map(({ id, name, role }) => (
        <li key={id}>
          <button type="submit" name="person" value={id}>
            <Avatar name={name} size={32} />
            <span className="demo-person">
              <span className="strong" dir="auto">
                {name}
              </span>
              <span className="meta">{role}</span>
            </span>
            <Icon name="arrow" />
          </button>
        </li>
      ))}
    </ul>
  )
}
