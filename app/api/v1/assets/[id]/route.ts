import { answering } from '@/lib/api/handler'
import { pictureResponse } from '@/lib/assets/endpoints'
import { actorFromRequest } from '@/lib/auth/session'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  return answering(request, async () => pictureResponse(await actorFromRequest(request), id))
}
