import { answering } from '@/lib/api/handler'
import { actorFromRequest } from '@/lib/auth/session'
import { logFile } from '@/lib/moderation/endpoints'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  return answering(request, async () => logFile(await actorFromRequest(request), id))
}
