'use client'

import { type ReactNode, useState } from 'react'
import { Segmented } from '@/components/ui/segmented'
import { BringAddress } from './bring-address'
import { BringFile } from './bring-file'

type Way = 'file' | 'address' | 'words'

/** The ways in which a text comes in: a file, an address, or typed and pasted words (`children`). */
export function Ways({
  query,
  children,
}: {
  /** What goes on to the next page: the shelf that one came from. */
  readonly query: string
  readonly children: ReactNode
}) {
  const [way, setWay] = useState<Way>('words')
  return (
    <div className="ways">
      <Segmented
        label="How the text comes in"
        value={way}
        onChange={setWay}
        options={[
          { value: 'words', label: 'Write or paste' },
          { value: 'file', label: 'A file' },
          { value: 'address', label: 'A web page' },
        ]}
      />
      {/* What is typed stays in the form while one looks at the other ways. */}
      <div hidden={way !== 'words'}>{children}</div>
      {way === 'file' && <BringFile query={query} />}
      {way === 'address' && <BringAddress query={query} />}
    </div>
  )
}
