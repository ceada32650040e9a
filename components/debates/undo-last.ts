import { notify } from '@/components/ui/toast'
import { reasonOf } from './debate-store'
import { debatesApi } from './debates-api'

/** Takes the newest change of a debate's order back; says why when that cannot be. */
export async function undoLastChange(debateId: string): Promise<void> {
  try {
    const { items } = await debatesApi.debates.changes({ id: debateId, limit: 1 })
    const [last] = items
    if (last?.can.undo) await debatesApi.debates.undo({ id: last.id })
  } catch (error) {
    notify({ text: reasonOf(error) })
  }
}
