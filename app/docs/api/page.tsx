import type { Metadata } from 'next'
import { ApiReference, operationsOf } from '@/components/docs/api-reference'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { openApiDocument } from '@/lib/api/openapi'
import { currentActor } from '@/lib/auth/session'
import { contract } from '@/lib/contract'
import '../../styles/docs.css'

export const metadata: Metadata = { title: 'API' }

export default async function ApiPage() {
  const { paths } = await openApiDocument(contract)
  return (
    <PageFrame account={accountOf(await currentActor())} className="api-page">
      <h1 className="page-title">API</h1>
      <p>
        Everything that these pages do goes through <code>/api/v1</code>, with the cookie of a
        session or <code>Authorization: Bearer</code> and a token from your settings. The same in
        machine form: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
      </p>
      <p>
        Errors are <code>application/problem+json</code> with a stable <code>code</code>. Lists are{' '}
        <code>{'{items, nextCursor}'}</code>. Every <code>POST</code> takes an{' '}
        <code>Idempotency-Key</code>: the same key and body give the same answer and make one thing.
        Offsets count UTF-16 code units in <code>/readings/{'{id}'}/text</code>.
      </p>
      <ApiReference operations={operationsOf(paths)} />
    </PageFrame>
  )
}
