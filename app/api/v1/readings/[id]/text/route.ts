import { answering } from '@/lib/api/handler'
import { actorFromRequest } from '@/lib/auth/session'
import { textResponse } from '@/lib/readings/text-response'

export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/readings/[id]/text'>,
): Promise<Response> {
  const { id } = await params
  return answering(request, async () => textResponse(await actorFromRequest(request), id))
}
