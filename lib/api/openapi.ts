import type { AnyContractRouter, OpenAPI } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { BESIDE_THE_CONTRACT } from './openapi-beside'
import { API_PREFIX } from './prefix'

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: switch on this one.' },
    detail: { type: 'string', description: 'What happened, what is safe, what to do.' },
    requestId: { type: 'string' },
    current: { description: 'With 409 of an edit: the thing as it is now.' },
  },
} satisfies OpenAPI.SchemaObject

/** The OpenAPI 3.1 document of a contract. */
export async function openApiDocument(contract: AnyContractRouter) {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: {
      title: 'Colloquy',
      version: '1',
      description:
        'Errors are application/problem+json. POST takes an Idempotency-Key. Lists are {items, nextCursor}.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: API_PREFIX }],
    security: [{ token: [] }, { session: [] }],
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
    },
  })
  return { ...document, paths: { ...document.paths, ...BESIDE_THE_CONTRACT } }
}
