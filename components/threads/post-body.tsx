import type { JSONContent } from '@tiptap/core'
import { renderJSONContentToReactElement } from '@tiptap/static-renderer/json/react'
import type { ReactNode } from 'react'
import { safeHref } from '@/lib/text/safe-href'
import type { BodyShape } from '@/lib/threads/contract/posts'

/** The words of a post. Everything it may consist of is named here; whatever else a document holds shows its text alone. */
export function PostBody({
  body,
  className,
}: {
  readonly body: BodyShape
  readonly className?: string
}) {
  return (
    <div className={className ? `body post ${className}` : 'body post'} dir="auto">
      {isContent(body.value) ? render({ content: body.value }) : <p>{body.text}</p>}
    </div>
  )
}

type Part = { readonly children?: ReactNode }
type NodePart = Part & {
  readonly node: { readonly text?: string; readonly attrs?: Record<string, unknown> }
}
type MarkPart = Part & { readonly mark: { readonly attrs?: Record<string, unknown> } }

function Plain({ children }: Part) {
  return <>{children}</>
}

const render = renderJSONContentToReactElement({
  nodeMapping: {
    doc: Plain,
    text: ({ node }: NodePart) => <>{node.text}</>,
    paragraph: ({ children }: Part) => <p>{children}</p>,
    bulletList: ({ children }: Part) => <ul>{children}</ul>,
    orderedList: ({ node, children }: NodePart) => (
      <ol start={Number(node.attrs?.start ?? 1)}>{children}</ol>
    ),
    listItem: ({ children }: Part) => <li>{children}</li>,
    blockquote: ({ children }: Part) => <blockquote>{children}</blockquote>,
    codeBlock: ({ children }: Part) => (
      <pre>
        <code>{children}</code>
      </pre>
    ),
    hardBreak: () => <br />,
    mention: ({ node }: NodePart) => (
      <span className="mention">@{String(node.attrs?.label ?? '')}</span>
    ),
  },
  markMapping: {
    bold: ({ children }: Part) => <strong>{children}</strong>,
    italic: ({ children }: Part) => <em>{children}</em>,
    strike: ({ children }: Part) => <s>{children}</s>,
    code: ({ children }: Part) => <code>{children}</code>,
    link: PostLink,
  },
  unhandledNode: Plain,
  unhandledMark: Plain,
})

function PostLink({ mark, children }: MarkPart) {
  const href = safeHref(mark.attrs?.href)
  if (href === null) return <>{children}</>
  return (
    <a href={href} rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  )
}

function isContent(value: unknown): value is JSONContent {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc'
}
