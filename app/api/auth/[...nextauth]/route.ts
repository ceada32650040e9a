import { answering } from '@/lib/api/handler'
import { nextAuthAnswer } from '@/lib/auth/next-auth-door'

type Context = RouteContext<'/api/auth/[...nextauth]'>

async function answer(request: Request, { params }: Context): Promise<Response> {
  const { nextauth } = await params
  return answering(request, () => nextAuthAnswer(request, nextauth))
}

export { answer as GET, answer as POST }
