import { openApiDocument } from '@/lib/api/openapi'
import { contract } from '@/lib/contract'

export const dynamic = 'force-static'

export async function GET(): Promise<Response> {
  return Response.json(await openApiDocument(contract))
}
