import { fileUpload } from '@/lib/importing/endpoints'

export { fileUpload as POST }
