import { pictureUpload } from '@/lib/assets/endpoints'

export { pictureUpload as POST }
