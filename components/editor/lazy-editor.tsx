'use client'

import dynamic from 'next/dynamic'

const load = () => import('./post-editor').then(({ PostEditor }) => PostEditor)

/** The editor of a post, loaded when it is first shown. */
export const LazyPostEditor = dynamic(load, {
  ssr: false,
  loading: () => <div className="editor-box is-loading" aria-hidden="true" />,
})

/** Loads the editor before it is needed: at the first sign that somebody will write. */
export function warmEditor(): void {
  // If it cannot be loaded now, showing it tries again and says so.
  load().catch(() => {})
}
