'use client'

import dynamic from 'next/dynamic'

/** The editor of a reading, loaded by those who edit. */
export const LazyEditPage = dynamic(async () => (await import('./edit-page')).EditPage, {
  ssr: false,
  loading: () => <div className="writing is-loading" aria-busy="true" />,
})
