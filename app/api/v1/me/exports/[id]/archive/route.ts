import { answering } from '@/lib/api/handler'
import { actorFromRequest } from '@/lib/auth/session'
import { archiveResponse } from '@/lib/personal-data/endpoints'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  return answering(request, async () => archiveResponse(await actorFromRequest(request), id))
}
