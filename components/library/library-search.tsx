import Form from 'next/form'
import { Icon } from '@/components/ui/icon'

/** Looks for words of titles and authors; what is looked for stands in the address. */
export function LibrarySearch({ words }: { readonly words: string }) {
  return (
    <Form action="/" className="search push" role="search">
      <Icon name="search" />
      <input
        className="input"
        type="search"
        name="q"
        defaultValue={words}
        key={words}
        maxLength={200}
        placeholder="Titles, authors"
        aria-label="Search titles and authors"
        autoComplete="off"
      />
    </Form>
  )
}
