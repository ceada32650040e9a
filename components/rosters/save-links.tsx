'use client'

import { useChange } from '@/components/groups/use-change'
import { Button } from '@/components/ui/button'
import { saveAs } from '@/components/ui/save-as'
import type { PlaceShape } from '@/lib/rosters/contract'
import { rostersApi } from './rosters-api'

/** Saves the links of those who have not joined yet, for a mail merge. */
export function SaveLinks({ groupId, slug }: { readonly groupId: string; readonly slug: string }) {
  const { pending, change } = useChange()
  const save = async () => {
    const { csvOf } = await import('@/lib/csv-file')
    const places = (await allPlaces(groupId)).filter(({ state }) => state === 'waiting')
    const rows = places.map(({ name, email, role, code }) => [
      ...[name, email, role],
      new URL(`/join/${code}`, location.origin).toString(),
    ])
    saveAs(`${slug}-links.csv`, csvOf([['name', 'email', 'role', 'link'], ...rows]), 'text/csv')
  }
  return (
    <Button icon="download" disabled={pending} onClick={() => change(save)}>
      Links as CSV
    </Button>
  )
}

async function allPlaces(groupId: string): Promise<readonly PlaceShape[]> {
  const places: PlaceShape[] = []
  let cursor: string | null = null
  do {
    const ask = { id: groupId, limit: 200, ...(cursor === null ? {} : { cursor }) }
    const page: { items: PlaceShape[]; nextCursor: string | null } =
      await rostersApi.rosters.places(ask)
    places.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return places
}
