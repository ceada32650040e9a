import Form from 'next/form'
import { Icon } from '@/components/ui/icon'

/** Looks for people by a part of their name or address. */
export function PeopleSearch({ words }: { readonly words: string }) {
  return (
    <Form action="/admin" className="search" role="search">
      <Icon name="search" />
      <input
        className="input"
        type="search"
        name="q"
        defaultValue={words}
        key={words}
        maxLength={100}
        placeholder="Name or e-mail"
        aria-label="Search people"
        autoComplete="off"
      />
    </Form>
  )
}
