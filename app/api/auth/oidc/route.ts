import { answering } from '@/lib/api/handler'
import { startAtIssuer } from '@/lib/auth/next-auth-door'

export async function GET(request: Request): Promise<Response> {
  return answering(request, () => startAtIssuer(request))
}
