'use client'

import { useState } from 'react'
import { IconButton } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import { Contents } from './contents'
import { ContentsFoot } from './contents-foot'

/** The contents behind a button, where the window has no column for them. */
export function ContentsPopover() {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      title="Contents"
      className="contents-popover"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton className="contents-button" icon="toc" label="Contents" />}
    >
      <Contents onLeave={() => setOpen(false)} />
      <ContentsFoot />
    </Popover>
  )
}
