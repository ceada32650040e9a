// The address of a search, so that each can be sent, kept and gone back to.

export type SearchAddress = {
  readonly q: string
  readonly in?: string | undefined
  readonly sort?: string | undefined
  readonly cursor?: string | undefined
}

/** Where a search is read. */
export function searchHref({ q, ...more }: SearchAddress): string {
  const query = new URLSearchParams({ q })
  for (const [key, value] of Object.entries(more)) if (value) query.set(key, value)
  return `/search?${query}`
}
