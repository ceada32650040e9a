// Says whether docs/openapi.json still is what the contract says; with --write makes it so.

import { readFileSync, writeFileSync } from 'node:fs'
import { openApiDocument } from '@/lib/api/openapi'
import { contract } from '@/lib/contract'

const FILE = new URL('../docs/openapi.json', import.meta.url)

const now = `${JSON.stringify(await openApiDocument(contract), null, 2)}\n`
if (process.argv.includes('--write')) {
  writeFileSync(FILE, now)
} else if (readFileSync(FILE, 'utf8') === now) {
  console.log('docs/openapi.json is what the contract says.')
} else {
  console.error(
    'docs/openapi.json is not what the contract says: run `npm run openapi`, commit it.',
  )
  process.exitCode = 1
}
