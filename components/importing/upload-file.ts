// A file on its way to the server. XMLHttpRequest, since fetch cannot say how much has gone.

import { ApiProblem } from '@/lib/api/client'
import { API_PREFIX } from '@/lib/api/prefix'
import { newId } from '@/lib/ids'

/** Sends a file; answers with the import's id. `onSent` is told the share that has gone, 0 to 1. Throws ApiProblem. */
export function uploadFile(
  file: File,
  { signal, onSent }: { signal: AbortSignal; onSent: (share: number) => void },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${API_PREFIX}/imports/files?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.setRequestHeader('idempotency-key', newId())
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onSent(total ? loaded / total : 0),
    )
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText)
      const id = 'id' in answer ? String(answer.id) : ''
      if (request.status === 201 && id !== '') resolve(id)
      else reject(problemFrom(request.status, answer))
    })
    request.addEventListener('error', () =>
      reject(
        new ApiProblem(
          0,
          'offline',
          'The server cannot be reached. Try again when you are back online.',
        ),
      ),
    )
    request.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function parsed(text: string): object {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null ? answer : {}
  } catch {
    return {}
  }
}

function problemFrom(status: number, answer: object): ApiProblem {
  const code = 'code' in answer ? String(answer.code) : 'unknown'
  const detail = 'detail' in answer ? String(answer.detail) : `The server answered ${status}.`
  return new ApiProblem(status, code, detail)
}
