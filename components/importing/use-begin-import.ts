'use client'

import { useRef, useState } from 'react'
import { api } from '@/components/api-client'
import { ApiProblem } from '@/lib/api/client'
import { FILE_MAXIMUM } from '@/lib/importing/import'
import { uploadFile } from './upload-file'
import { sizeWords } from './words'

/** What is on its way to the server: its name, and of a file its size in bytes and the share that has gone, 0 to 1. */
export type Sending = {
  readonly name: string
  readonly file: { readonly size: number; readonly share: number } | null
}

/** Beginning an import of a file or an address. `go` leads to where it is read; what went wrong is told in words. */
export function useBeginImport(go: (importId: string) => void) {
  const [sending, setSending] = useState<Sending | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)

  /** Says whether it arrived. One that was stopped did not, and there is nothing to say of it. */
  const begin = async (first: Sending, run: () => Promise<string>): Promise<boolean> => {
    setProblem(null)
    setSending(first)
    try {
      go(await run())
      return true
    } catch (error) {
      setSending(null)
      if (!(error instanceof DOMException)) setProblem(wordsFor(error))
      return false
    }
  }
  return {
    sending,
    problem,
    forgive: () => setProblem(null),
    stop: () => stop.current?.abort(),
    importFile: async (file: File): Promise<boolean> => {
      const { name, size } = file
      if (size > FILE_MAXIMUM) {
        setProblem(`“${name}” has ${sizeWords(size)}. Files can have up to 50 MB: divide it.`)
        return false
      }
      const control = new AbortController()
      stop.current = control
      const onSent = (share: number) => setSending({ name, file: { size, share } })
      const first = { name, file: { size, share: 0 } }
      return begin(first, () => uploadFile(file, { signal: control.signal, onSent }))
    },
    importAddress: (address: string): Promise<boolean> =>
      begin({ name: address, file: null }, async () => {
        const { id } = await api.imports.create({ address })
        return id
      }),
  }
}

function wordsFor(error: unknown): string {
  if (error instanceof ApiProblem) return error.message
  return 'Something went wrong. Nothing is lost: try again.'
}
