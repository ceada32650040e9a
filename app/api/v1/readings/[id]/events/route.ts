import { answering } from '@/lib/api/handler'
import { admissionFromRequest } from '@/lib/auth/session'
import { readingStream } from '@/lib/readings/endpoints/events'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  return answering(request, () => readingStream(request, id, () => admissionFromRequest(request)))
}
