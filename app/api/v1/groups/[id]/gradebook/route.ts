import { router } from '@/app/api/v1/router'
import { answering, apiHandler } from '@/lib/api/handler'
import { actorFromRequest } from '@/lib/auth/session'
import { gradebookFile, gradebookFileType } from '@/lib/grading/endpoints/gradebook-file'

const handle = apiHandler(router)

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const type = gradebookFileType(request)
  if (type === null) return handle(request)
  const { id } = await params
  return answering(request, async () => gradebookFile(await actorFromRequest(request), id, type))
}
