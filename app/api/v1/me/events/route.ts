import { answering } from '@/lib/api/handler'
import { admissionFromRequest } from '@/lib/auth/session'
import { ownStream } from '@/lib/notifications/endpoints/events'

export async function GET(request: Request): Promise<Response> {
  return answering(request, () => ownStream(request, () => admissionFromRequest(request)))
}
