import { answering } from '@/lib/api/handler'
import { actorFromRequest } from '@/lib/auth/session'
import { readingStream } from '@/lib/readings/stream'

export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/readings/[id]/events'>,
): Promise<Response> {
  const { id } = await params
  return answering(request, async () => readingStream(await actorFromRequest(request), id, request))
}
