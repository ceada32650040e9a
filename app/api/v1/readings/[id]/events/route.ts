import { answering } from '@/lib/api/handler'
import { actorFromRequest } from '@/lib/auth/session'
import { readingStream } from '@/lib/readings/endpoints/events'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  return answering(request, async () => readingStream(await actorFromRequest(request), id, request))
}
