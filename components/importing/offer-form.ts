// A text that is copied from a word processor or a page carries its form along. A field of plain words drops it, so what was pasted may go
// the way of files instead.

import { notify } from '@/components/ui/toast'
import { uploadFile } from './upload-file'

const FORM = /<(?:h[1-6]|li|table|blockquote|strong|em|b|i|img|sup)\b/i
const LONG_MS = 15_000

/** Offers to take in what is pasted with its headings, lists and tables, when it has any. `go` leads to where it is looked at. */
export function offerForm(pasted: DataTransfer, go: (href: string) => void): void {
  const html = pasted.getData('text/html')
  if (!FORM.test(html)) return
  const file = new File([html], 'Pasted text.html', { type: 'text/html' })
  notify({
    text: 'Pasted as plain words.',
    duration: LONG_MS,
    action: {
      label: 'Keep headings, lists and tables',
      run: () => {
        const { signal } = new AbortController()
        uploadFile(file, { signal, onSent: () => {} }).then(
          (id) => go(`/imports/${id}`),
          (problem: Error) => notify({ text: problem.message }),
        )
      },
    },
  })
}
