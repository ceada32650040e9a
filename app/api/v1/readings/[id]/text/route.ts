import { answering } from '@/lib/api/handler'
import { actorFromRequest } from '@/lib/auth/session'
import { textResponse } from '@/lib/readings/endpoints/text'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  return answering(request, async () => textResponse(await actorFromRequest(request), id))
}
