'use client'

import type { DeskPanel } from '@/components/moderation/desk-words'
import { Button } from '@/components/ui/button'
import type { ItemShape } from '@/lib/moderation/contract/review'
import { AssignPanel } from './assign-panel'
import { ReasonPanel } from './reason-panel'
import type { Said } from './use-desk'

type BarProps = {
  readonly items: readonly ItemShape[]
  readonly panel: DeskPanel | null
  readonly rules: readonly string[]
  readonly leaders: readonly { readonly id: string; readonly name: string }[]
  readonly meanwhile: string | null
  readonly isBusy: boolean
  readonly onPanel: (panel: DeskPanel | null) => boolean
  readonly onDecide: (said: Said) => void
  readonly onSet: (
    change: { assigneeId?: string | null; snoozedUntil?: string | null },
    text: string,
  ) => void
  readonly onNext: () => void
}

/** What can be decided of what is open, each with its key; what asks for a reason opens above. */
export function DecisionBar(props: BarProps) {
  const { items, panel, rules, leaders, meanwhile, isBusy } = props
  const { onPanel, onDecide, onSet, onNext } = props
  const [first] = items
  const may = items.some(({ can }) => can.decide)
  return (
    <footer className="desk-foot">
      {meanwhile !== null && (
        <p className="desk-meanwhile" role="alert">
          {meanwhile}{' '}
          <button type="button" className="textlink" onClick={onNext}>
            Next
          </button>
        </p>
      )}
      {panel === 'assign' && <AssignPanel leaders={leaders} onSet={onSet} />}
      {panel !== null && panel !== 'assign' && first && (
        <ReasonPanel
          panel={panel}
          author={first.author.name}
          rules={rules}
          can={first.can.decisions}
          isBusy={isBusy}
          onDecide={onDecide}
          onClose={() => onPanel(null)}
        />
      )}
      {may && first ? (
        <Decisions item={first} {...props} />
      ) : (
        <p className="desk-bar meta">{whyNot(first)}</p>
      )}
    </footer>
  )
}

function Decisions({
  item,
  panel,
  isBusy,
  onPanel,
  onDecide,
}: Pick<BarProps, 'panel' | 'isBusy' | 'onPanel' | 'onDecide'> & { readonly item: ItemShape }) {
  const toggled = (name: DeskPanel) => ({
    'aria-expanded': panel === name,
    onClick: () => void onPanel(panel === name ? null : name),
  })
  if (item.source === 'appeal') {
    return (
      <div className="desk-bar">
        <Button variant="primary" disabled={isBusy} onClick={() => onDecide({ kind: 'approve' })}>
          Grant <kbd>a</kbd>
        </Button>
        <Button variant="danger" disabled={isBusy} onClick={() => onDecide({ kind: 'hide' })}>
          Decline
        </Button>
        <Button variant="ghost" {...toggled('assign')}>
          Assign <kbd>m</kbd>
        </Button>
      </div>
    )
  }
  const { decisions } = item.can
  return (
    <div className="desk-bar">
      <Button variant="primary" disabled={isBusy} onClick={() => onDecide({ kind: 'approve' })}>
        Approve <kbd>a</kbd>
      </Button>
      {decisions.includes('request-edit') && (
        <Button {...toggled('edit')}>
          Ask for an edit <kbd>q</kbd>
        </Button>
      )}
      {decisions.includes('resolve') && (
        <Button disabled={isBusy} onClick={() => onDecide({ kind: 'resolve' })}>
          Resolve <kbd>e</kbd>
        </Button>
      )}
      <Button variant="danger" {...toggled('hide')}>
        Hide… <kbd>d</kbd>
      </Button>
      <Button variant="ghost" {...toggled('assign')}>
        Assign <kbd>m</kbd>
      </Button>
      <Button variant="ghost" {...toggled('more')}>
        More <kbd>.</kbd>
      </Button>
    </div>
  )
}

function whyNot(item: ItemShape | undefined): string {
  if (item === undefined || item.state !== 'open') return 'This is decided. The log takes it back.'
  if (item.source === 'appeal') return 'Somebody else decides an appeal against what you decided.'
  return 'Somebody else decides what is about you, or about somebody of higher role.'
}
