'use client'

import { useRouter } from 'next/navigation'
import { useRoom } from '@/components/room/context'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import { reasonOf } from './debate-store'
import { debatesApi } from './debates-api'

/** Opens the debate that its page is about. */
export function OpenHere({
  sectionId,
  href,
}: {
  readonly sectionId: string
  readonly href: string
}) {
  const router = useRouter()
  const readingId = useRoom(({ reading }) => reading.id)
  const groupId = useRoom(({ group }) => group?.id ?? '')
  const open = async () => {
    try {
      await debatesApi.debates.open({ readingId, groupId, sectionId })
      router.replace(href)
      router.refresh()
    } catch (error) {
      notify({ text: reasonOf(error) })
    }
  }
  return (
    <Button variant="primary" onClick={() => void open()}>
      Open it
    </Button>
  )
}
