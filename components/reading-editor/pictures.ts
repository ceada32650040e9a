// Pictures on their way into a text: sent as their bytes, then named by what they are.

import * as z from 'zod'
import { ApiProblem } from '@/lib/api/client'
import { API_PREFIX } from '@/lib/api/prefix'
import { newId } from '@/lib/ids'

const storedShape = z.object({
  id: z.string(),
  width: z.number().nullish(),
  height: z.number().nullish(),
})
export type StoredPicture = z.infer<typeof storedShape>

const problemShape = z.object({ code: z.string(), detail: z.string() })

/** Keeps a picture for a reading. Rejects with what the server says of it. */
export async function keepPicture(readingId: string, file: Blob): Promise<StoredPicture> {
  const address = `${API_PREFIX}/assets?${new URLSearchParams({ reading: readingId })}`
  const answer = await reach(address, file)
  const json: unknown = await answer.json().catch(() => null)
  if (answer.ok) return storedShape.parse(json)
  const told = problemShape.safeParse(json)
  throw new ApiProblem(
    answer.status,
    told.success ? told.data.code : 'unknown',
    told.success ? told.data.detail : 'The picture was not taken. Try again.',
  )
}

async function reach(address: string, file: Blob): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'POST',
      body: file,
      headers: {
        'content-type': file.type || 'application/octet-stream',
        'idempotency-key': newId(),
      },
    })
  } catch {
    throw new ApiProblem(0, 'offline', 'The server cannot be reached. The picture was not sent.')
  }
}
