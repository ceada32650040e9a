import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { PostBody } from './post-body'

function rendered(content: unknown): Element {
  const body = { format: 'tiptap' as const, value: { type: 'doc', content }, text: 'plain' }
  const page = document.createElement('div')
  const markup: ReactNode = <PostBody body={body} />
  page.innerHTML = renderToStaticMarkup(markup)
  return page
}

function linked(href: string) {
  const marks = [{ type: 'link', attrs: { href, onclick: 'alert(1)' } }]
  return [{ type: 'paragraph', content: [{ type: 'text', text: 'words', marks }] }]
}

describe('the words of a post', () => {
  it.each(['javascript:alert(1)', 'data:text/html,<script>', 'vbscript:x', 'https://a:b@c.org'])(
    'do not link to %s',
    (href) => {
      const page = rendered(linked(href))
      expect(page.querySelector('a')).toBeNull()
      expect(page.textContent).toBe('words')
    },
  )

  it('link to the web without lending it our name', () => {
    const link = rendered(linked('https://example.org/a')).querySelector('a')
    expect(link?.getAttribute('href')).toBe('https://example.org/a')
    expect(link?.rel).toContain('nofollow')
    expect(link?.hasAttribute('onclick')).toBe(false)
  })

  it('stay words when they look like markup', () => {
    const text = '<img src=x onerror=alert(1)>'
    const page = rendered([{ type: 'paragraph', content: [{ type: 'text', text }] }])
    expect(page.querySelector('img')).toBeNull()
    expect(page.textContent).toBe(text)
  })

  it('show the text of what is not known', () => {
    const inner = [{ type: 'text', text: 'inside' }]
    const page = rendered([
      { type: 'iframe', attrs: { src: 'https://example.org' }, content: inner },
    ])
    expect(page.querySelector('iframe')).toBeNull()
    expect(page.textContent).toBe('inside')
  })

  it('keep lists, quotes, code, breaks and mentions', () => {
    const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
    const word = { type: 'text', text: 'word' }
    const page = rendered([
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(word)] }] },
      { type: 'blockquote', content: [paragraph({ ...word, marks: [{ type: 'bold' }] })] },
      { type: 'codeBlock', content: [word] },
      paragraph({ type: 'mention', attrs: { id: 'noor', label: 'Noor' } }, { type: 'hardBreak' }),
    ])
    expect(page.querySelector('ul li')?.textContent).toBe('word')
    expect(page.querySelector('blockquote strong')?.textContent).toBe('word')
    expect(page.querySelector('pre code')?.textContent).toBe('word')
    expect(page.querySelector('.mention')?.textContent).toBe('@Noor')
    expect(page.querySelector('br')).not.toBeNull()
  })
})
