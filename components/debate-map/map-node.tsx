import { memo } from 'react'
import { relationMeta } from '@/components/debates/relations'
import { iconShape } from '@/components/ui/icon-shapes'
import { CONTESTED_FROM } from '@/lib/measures/contested'
import type { TreeNode } from './argument-tree'
import type { Box, Edge } from './map-layout'

function classOf({ relation }: TreeNode): string {
  return relation === null ? 'thesis' : relationMeta(relation).className
}

/** The line from a claim to what it bears on. */
export const MapEdge = memo(function MapEdge({
  edge: { tree, path, width },
  chosen,
}: {
  readonly edge: Edge
  readonly chosen: boolean
}) {
  const hot = isHot(tree) ? ' is-hot' : ''
  return (
    <path
      className={`edge ${classOf(tree)}${hot}${chosen ? ' on' : ''}`}
      strokeWidth={width.toFixed(1)}
      d={path}
    />
  )
})

function isHot({ node }: TreeNode): boolean {
  return node.contested !== null && node.contested >= CONTESTED_FROM
}

/** A claim on the map. Keys reach it through the outline, which says the same. */
export const MapNode = memo(function MapNode({
  box,
  chosen,
  strength,
  onChoose,
  onFold,
}: {
  readonly box: Box
  readonly chosen: boolean
  /** By the computed view; null while that is off. */
  readonly strength: number | null
  readonly onChoose: (key: string) => void
  readonly onFold: (key: string) => void
}) {
  const { tree, x, y } = box
  const hot = isHot(tree)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the outline is what keys and screen readers use.
    <g
      className={`node ${classOf(tree)}${chosen ? ' sel' : ''}${hot ? ' is-hot' : ''}`}
      transform={`translate(${x} ${y})`}
      onClick={() => onChoose(tree.key)}
      onDoubleClick={() => onFold(tree.key)}
    >
      {tree.depth === 0 ? (
        <ThesisWords box={box} strength={strength} />
      ) : (
        <ClaimWords box={box} strength={strength} />
      )}
      {hot && <circle className="hot" cx={box.width} cy={0} r={5} />}
      {box.hidden > 0 && <Hidden box={box} onFold={onFold} />}
    </g>
  )
})

type Words = { readonly box: Box; readonly strength: number | null }

function ThesisWords({ box: { lines, width, height, tree }, strength }: Words) {
  return (
    <>
      <rect className="ground" width={width} height={height} />
      <text className="kick" x={0} y={12}>
        Thesis{strength === null ? '' : ` · ${strength.toFixed(2)}`}
      </text>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
        <text key={at} className="th" x={0} y={36 + 23 * at}>
          {line}
        </text>
      ))}
      {tree.node.forecast && (
        <text className="small" x={width} y={12} textAnchor="end">
          with a forecast
        </text>
      )}
    </>
  )
}

function ClaimWords({ box: { lines, remarks, width, height, tree }, strength }: Words) {
  const { node, relation } = tree
  const bare = node.kind === 'claim' && node.citations === 0
  const shown = strength ?? node.mean
  return (
    <>
      <rect className={bare ? 'face dash' : 'face'} width={width} height={height} rx={8} />
      {shown !== null && (
        <rect
          className="level"
          x={10}
          y={height - 4}
          width={(width - 20) * shown}
          height={2}
          rx={1}
        />
      )}
      {relation && (
        <path
          className="gl"
          transform="translate(11 11) scale(.75)"
          d={iconShape(relationMeta(relation).icon).path}
        />
      )}
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
        <text key={at} x={32} y={22 + 18 * at}>
          {line}
        </text>
      ))}
      {remarks.map((remark, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
        <text key={at} className="small" x={32} y={22 + 18 * (lines.length + at)}>
          {remark}
        </text>
      ))}
      <text className="small cnt" x={width - 12} y={22} textAnchor="end">
        {strength === null ? node.voters : strength.toFixed(2)}
      </text>
    </>
  )
}

function Hidden({ box, onFold }: { readonly box: Box; readonly onFold: (key: string) => void }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the outline folds by keys.
    <g
      className="hidden-below"
      transform={`translate(${box.width + 8} ${box.height / 2})`}
      onClick={(event) => {
        event.stopPropagation()
        onFold(box.tree.key)
      }}
    >
      <rect x={0} y={-11} width={34} height={22} rx={11} />
      <text className="small" x={17} y={4} textAnchor="middle">
        +{box.hidden}
      </text>
    </g>
  )
}
