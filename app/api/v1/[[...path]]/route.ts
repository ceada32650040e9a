import { apiHandler } from '@/lib/api/handler'
import { router } from '../router'

const handle = apiHandler(router)

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as PATCH,
  handle as POST,
  handle as PUT,
}
