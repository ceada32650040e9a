import { answering } from '@/lib/api/handler'
import { calendarResponse } from '@/lib/calendar/endpoints'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ secret: string }> },
): Promise<Response> {
  const { secret } = await params
  return answering(request, () => calendarResponse(secret))
}
