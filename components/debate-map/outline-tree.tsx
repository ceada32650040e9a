'use client'

import { type KeyboardEvent, useRef } from 'react'
import { relationMeta } from '@/components/debates/relations'
import { Icon } from '@/components/ui/icon'
import { remarksOf, type TreeNode, visibleIn, wayTo } from './argument-tree'
import { outlineStep } from './outline-keys'

type Props = {
  readonly trees: readonly TreeNode[]
  readonly folded: ReadonlySet<string>
  readonly onFold: (key: string) => void
  readonly chosen: string | null
  /** The place, and in which of the trees it lies. */
  readonly onChoose: (key: string, tree: number) => void
  readonly href: string
}

/** The argument as an outline that is complete by itself: arrows move, left and right fold, letters jump, Enter opens the claim. */
export function OutlineTree({ trees, folded, onFold, chosen, onChoose, href }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const seen = visibleIn(trees, folded)
  const current = seen.some(({ key }) => key === chosen) ? chosen : (seen[0]?.key ?? null)
  const go = (key: string) => {
    onChoose(
      key,
      trees.findIndex((tree) => visibleIn([tree], folded).some((node) => node.key === key)),
    )
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
  }
  const enter = (key: string) => location.assign(claimHref(href, trees, key))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = outlineStep({ key: event.key, seen, current, folded })
    if (!step) return
    event.preventDefault()
    if (step.kind === 'go') go(step.to)
    else if (step.kind === 'fold') onFold(step.key)
    else enter(step.key)
  }
  return (
    <>
      <div className="outline-head">
        <h2 className="label">Outline</h2>
        <span className="meta">
          <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>←</kbd> fold
        </span>
      </div>
      <div ref={list} role="tree" className="tree" aria-label="Outline" onKeyDown={onKeyDown}>
        {trees.map((tree) => (
          <Item
            key={tree.key}
            tree={tree}
            folded={folded}
            current={current}
            chosen={chosen}
            onFold={onFold}
            onGo={go}
            onEnter={enter}
          />
        ))}
      </div>
    </>
  )
}

/** The debate's page at a claim: under its thesis, by the way that leads to it. */
function claimHref(href: string, trees: readonly TreeNode[], key: string): string {
  const [thesis, ...way] = wayTo(trees, key)
  if (!thesis) return href
  const page = `${href}${href.includes('?') ? '&' : '?'}thesis=${thesis}`
  return way.length === 0 ? page : `${page}#claims=${way.join('.')}`
}

type ItemProps = {
  readonly tree: TreeNode
  readonly folded: ReadonlySet<string>
  readonly current: string | null
  readonly chosen: string | null
  readonly onFold: (key: string) => void
  readonly onGo: (key: string) => void
  readonly onEnter: (key: string) => void
}

function Item(props: ItemProps) {
  const { tree, folded, current, chosen, onFold, onGo, onEnter } = props
  const { key, node, relation, depth, children } = tree
  const look = relation && relationMeta(relation)
  const remarks = remarksOf(tree)
  const isOpen = !folded.has(key)
  return (
    <div
      role="treeitem"
      aria-level={depth + 1}
      aria-expanded={children.length > 0 ? isOpen : undefined}
      aria-selected={key === chosen}
      tabIndex={key === current ? 0 : -1}
      data-key={key}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the tree item around it is what keys reach. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys. */}
      <div
        className={key === chosen ? 'ti on' : 'ti'}
        data-depth={Math.min(depth, 8)}
        onClick={() => onGo(key)}
        onDoubleClick={() => onEnter(key)}
      >
        {look && (
          <span className={`stance stance-bare ${look.className}`}>
            <Icon name={look.icon} label={look.does} />
          </span>
        )}
        <span className="tt">
          {node.text || 'Withdrawn'} {remarks !== '' && <span className="meta">{remarks}</span>}
        </span>
        <span className="meta num">
          {node.voters}
          <span className="vh"> voted</span>
        </span>
        {children.length > 0 && (
          <button
            type="button"
            className="tree-fold"
            tabIndex={-1}
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation()
              onFold(key)
            }}
          >
            <Icon name={isOpen ? 'down' : 'right'} size={12} />
          </button>
        )}
      </div>
      {children.length > 0 && isOpen && (
        // biome-ignore lint/a11y/useSemanticElements: a group of a tree is no field set.
        <div role="group">
          {children.map((child) => (
            <Item {...props} key={child.key} tree={child} />
          ))}
        </div>
      )}
    </div>
  )
}
