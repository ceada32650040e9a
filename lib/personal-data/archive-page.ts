// An archive as a page to read: one table for each kind of thing. Pure.

type Row = Readonly<Record<string, unknown>>

/** An HTML document with all parts of an archive; nothing in it is fetched from anywhere. */
export function archivePage(parts: Readonly<Record<string, readonly Row[]>>): string {
  const sections = Object.entries(parts).map(([name, rows]) => section(name, rows))
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Everything of yours</title>
<style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:70rem;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;padding:.25rem .5rem;text-align:left;vertical-align:top;white-space:pre-wrap}</style>
</head><body><h1>Everything of yours</h1>${sections.join('')}</body></html>`
}

function section(name: string, rows: readonly Row[]): string {
  const title = `<h2>${escaped(name)} (${rows.length})</h2>`
  const [first] = rows
  if (first === undefined) return `${title}<p>None.</p>`
  const columns = Object.keys(first)
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')
  const body = rows.map(
    (row) =>
      `<tr>${columns.map((column) => `<td>${escaped(said(row[column]))}</td>`).join('')}</tr>`,
  )
  return `${title}<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

function said(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
}
